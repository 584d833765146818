import { describe, expect, it } from 'vitest';
import { fullestBar, histogramBars } from '@/client/screen/histogram-shape';

describe('the histogram of a class', () => {
  it('cuts 0 to 1 into equal ranges', () => {
    const bars = histogramBars([0, 0, 0, 0, 0, 0, 0, 0, 0, 3]);
    expect(bars).toHaveLength(10);
    expect(bars[9]).toMatchObject({ from: 0.9, to: 1, count: 3 });
  });
  it('keeps its scale while the fullest bar grows within a step, and no bar leaves it', () => {
    expect(histogramBars([1, 0]).map(({ share }) => share)).toEqual([0.25, 0]);
    expect(histogramBars([4, 2]).map(({ share }) => share)).toEqual([1, 0.5]);
    expect(histogramBars([5, 2])[0]!.share).toBeCloseTo(5 / 8);
    expect(histogramBars([0, 0]).every(({ share }) => share === 0)).toBe(true);
  });
  it('names the fullest bar, the better of equals, and none while all are empty', () => {
    expect(fullestBar(histogramBars([2, 1, 2]))?.from).toBeCloseTo(2 / 3);
    expect(fullestBar(histogramBars([0, 0]))).toBeNull();
  });
});
