import type { Language } from '@/lessons/languages';
import type { Experiment } from '@/protocol/experiment';
import { type TakenNetwork, takenNetwork } from '@/server/export/network/taken-network';
import { madeSource } from '@/tests/server/export/made-source';
import { drawnNetwork } from './made-networks';

/** A run of a class that has ended, with a verified submission, as it is taken along. */
export function madeTaken({
  student = null,
  language = 'en',
  experiment: given = {},
}: {
  student?: string | null;
  language?: Language;
  experiment?: Partial<Experiment>;
} = {}): TakenNetwork {
  const { state, runs } = madeSource([student ?? 'Mia']);
  const first = runs[0]!;
  const experiment = { ...first.experiment, ...given };
  const confusion = Array.from({ length: 10 }, (_, label) =>
    Array.from({ length: 10 }, (_, answer) => (label === answer ? 90 : answer === (label + 1) % 10 ? 10 : 0)),
  );
  const run = { ...first, experiment, report: { confusion, seconds: 12 } };
  const { weights } = drawnNetwork(experiment);
  const bytes = new Uint8Array(weights.buffer);
  return takenNetwork(state, run, { bytes, step: null }, student !== null, {
    language,
    timeZone: 'Asia/Tokyo',
  })!;
}
