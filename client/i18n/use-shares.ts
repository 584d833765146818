'use client';

import { useMemo } from 'react';
import { isFew, shareDigits, wilsonInterval } from '@/base/wilson';
import type { Numbers } from './numbers';
import { useNumbers } from './use-numbers';

/** How a share is written that was measured on a sample: it claims no more than the sample bears. */
export interface Shares {
  /** With the decimals that so many examples bear: 93.5 % of 2,000, 94 % of 60. A dash where there is no share. */
  of(share: number | null | undefined, examples: number): string;
  /** Between what the share of all may lie: 45–100 %. Empty where there is no share, or where the examples were many. */
  interval(share: number | null | undefined, examples: number): string;
  /** Both in one. */
  both(share: number | null | undefined, examples: number): string;
}

/** The same, from how numbers are written. */
export function createShares(numbers: Numbers): Shares {
  const of: Shares['of'] = (share, examples) => numbers.percent(share, shareDigits(examples));
  const interval: Shares['interval'] = (share, examples) => {
    if (share == null || !Number.isFinite(share) || examples <= 0 || !isFew(examples)) return '';
    const { low, high } = wilsonInterval(share, examples);
    return `${numbers.integer(low * 100)}–${numbers.percent(high, 0)}`;
  };
  const both: Shares['both'] = (share, examples) => {
    const between = interval(share, examples);
    return between === '' ? of(share, examples) : `${of(share, examples)} (${between})`;
  };
  return { of, interval, both };
}

export function useShares(): Shares {
  const numbers = useNumbers();
  return useMemo(() => createShares(numbers), [numbers]);
}
