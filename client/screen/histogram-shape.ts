/** One bar: a range of accuracy and how many students are in it. */
export interface HistogramBar {
  from: number;
  to: number;
  count: number;
  /** Height of the bar, 0 to 1. */
  share: number;
}

/**
 * Bars of equal ranges between 0 and 1. The scale grows in steps of four students, so that bars do not jump whenever
 * the fullest one changes by one.
 */
export function histogramBars(counts: readonly number[]): HistogramBar[] {
  const scale = Math.max(4, Math.ceil(Math.max(0, ...counts) / 4) * 4);
  return counts.map((count, index) => ({
    from: index / counts.length,
    to: (index + 1) / counts.length,
    count,
    share: count / scale,
  }));
}

/** The fullest bar, the better one of equals; null while all are empty. */
export function fullestBar(bars: readonly HistogramBar[]): HistogramBar | null {
  let fullest: HistogramBar | null = null;
  for (const bar of bars) if (bar.count > 0 && bar.count >= (fullest?.count ?? 0)) fullest = bar;
  return fullest;
}
