import { integer, listOf, number, object, type Shape } from '@/base/shape';
import { LOSS_RULES } from '@/engine/dense/losses';

/** What the three outputs stand for. */
export const OUTPUT_NAMES = ['cat', 'dog', 'bird'] as const;

export interface OutputsWork {
  /** 0 to 1, one a name. */
  outputs: readonly number[];
  /** Which one should be 1. */
  right: number;
}

export interface OutputRow {
  output: number;
  wanted: 0 | 1;
  difference: number;
  squared: number;
}

/** Outputs to begin with: the same differences in sum, one spread out and one in one place. For the first name. */
export const OUTPUT_PRESETS = {
  spread: [0.8, 0.2, 0.2],
  single: [0.4, 0, 0],
  perfect: [1, 0, 0],
  opposite: [0, 1, 1],
} as const satisfies Record<string, readonly number[]>;
export type OutputPreset = keyof typeof OUTPUT_PRESETS;

/** The preset whose outputs these are; null: none. */
export function presetOf({ outputs, right }: OutputsWork): OutputPreset | null {
  const presets = Object.keys(OUTPUT_PRESETS) as OutputPreset[];
  const isThere = (preset: OutputPreset) => OUTPUT_PRESETS[preset].every((y, i) => y === outputs[i]);
  return right === 0 ? (presets.find(isThere) ?? null) : null;
}

/** Differences, squared, summed. */
export function squaredErrors({ outputs, right }: OutputsWork): { rows: readonly OutputRow[]; sum: number } {
  const rows = outputs.map((output, i): OutputRow => {
    const wanted = i === right ? 1 : 0;
    return {
      output,
      wanted,
      difference: output - wanted,
      squared: LOSS_RULES['squared-error'].of(output, wanted),
    };
  });
  return { rows, sum: rows.reduce((sum, row) => sum + row.squared, 0) };
}

export const outputsShape: Shape<OutputsWork> = object({
  outputs: listOf(number(0, 1), OUTPUT_NAMES.length, OUTPUT_NAMES.length),
  right: integer(0, OUTPUT_NAMES.length - 1),
});
