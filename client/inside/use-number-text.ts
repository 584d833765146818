'use client';

import { useMemo } from 'react';
import { useNumbers } from '@/client/i18n/use-numbers';

/** How numbers of a network are written. */
export interface NumberText {
  /** Three decimals, more where these would show nothing of it; scientific where it is tiny or huge. */
  full(value: number): string;
  /** For a cell of a picture: two decimals at most. */
  short(value: number): string;
}

export function useNumberText(): NumberText {
  const numbers = useNumbers();
  return useMemo(
    () => ({
      full: (value) => {
        const size = Math.abs(value);
        if (size === 0 || !Number.isFinite(value)) return numbers.decimal(size === 0 ? 0 : value, 0);
        if (size >= 0.0005 && size < 100_000) return numbers.decimal(value, 3);
        if (size >= 1e-7 && size < 1) return numbers.decimal(value, 1 - Math.floor(Math.log10(size)));
        return value.toExponential(1).replace(/-/g, '−');
      },
      short: (value) => {
        if (value === 0 || !Number.isFinite(value)) return numbers.decimal(value === 0 ? 0 : value, 0);
        // One that rounds to nothing carries no sign.
        return numbers.decimal(Math.abs(value) < 0.005 ? 0 : value, Math.abs(value) < 100 ? 2 : 0);
      },
    }),
    [numbers],
  );
}
