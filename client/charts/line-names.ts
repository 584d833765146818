/** Room above and below the lines of a chart, in CSS pixels. */
export interface Plot {
  top: number;
  /** From the top of the picture to the horizontal axis. */
  bottom: number;
  range: readonly [least: number, greatest: number];
  logarithmic: boolean;
}

/** Whether the name of a level, beside its line at the right edge, would stand on one of the names there. */
export function isNamedOver(level: number, names: readonly (number | null)[], plot: Plot): boolean {
  const at = heightOf(level, plot);
  return names.some((name) => name !== null && Math.abs(name - at) < 2 * LINE);
}

/** Height of a line of text. */
const LINE = 15;

function heightOf(value: number, { top, bottom, range, logarithmic }: Plot): number {
  const scale = logarithmic ? Math.log : (x: number) => x;
  const share = (scale(value) - scale(range[0])) / (scale(range[1]) - scale(range[0]));
  return bottom - Math.min(1, Math.max(0, share)) * (bottom - top);
}

/**
 * Baselines of the two names at the ends of their lines: the upper line's above it, the lower line's below it, both inside
 * the plot and never on each other. Null where a line has no end.
 */
export function namePlaces(
  train: number | null,
  validation: number | null,
  plot: Plot,
): { train: number | null; validation: number | null } {
  const trainEnd = train === null ? null : heightOf(train, plot);
  const validationEnd = validation === null ? null : heightOf(validation, plot);
  if (trainEnd === null || validationEnd === null) {
    const clamp = (y: number | null) => (y === null ? null : Math.max(plot.top + LINE - 3, y - 7));
    return { train: clamp(trainEnd), validation: clamp(validationEnd) };
  }
  const trainAbove = trainEnd < validationEnd;
  let above = Math.min(trainEnd, validationEnd) - 7;
  let below = Math.max(trainEnd, validationEnd) + LINE;
  below = Math.min(below, plot.bottom - 5);
  above = Math.max(plot.top + LINE - 5, Math.min(above, below - LINE));
  below = Math.max(below, above + LINE);
  return trainAbove ? { train: above, validation: below } : { train: below, validation: above };
}
