import type { Knob } from '@/protocol/knob';
import { KNOBS } from '@/protocol/knob-settings';

/** Values of a setting that were dealt to this student, who had drawn what it expects. */
export function aKnob(id: string, studentId: string, openedAt: number): Knob {
  const { values } = KNOBS.learningRate;
  return {
    ...{ id, setting: 'learningRate', dataset: 'digits', closedAt: openedAt + 60 },
    rounds: [
      {
        ...{ values: [...values], openedAt, dealtAt: openedAt + 30 },
        expected: { [studentId]: values.map((_, at) => 10 * at) },
        dealt: { [studentId]: { at: 4, seed: 7 } },
      },
    ],
  };
}
