import type { createFormatter } from 'use-intl/core';

type Formatter = ReturnType<typeof createFormatter>;
type DurationText = (
  key: 'duration.milliseconds' | 'duration.seconds' | 'duration.minutes' | 'duration.hours',
  values: Record<string, string | number>,
) => string;

/** Shown where there is no number yet; as wide as a digit or two, so that nothing jumps. */
export const NO_NUMBER = '–';

/** How numbers are written everywhere. `null` and `undefined` give a dash, NaN and infinities their own sign. */
export interface Numbers {
  /** 12,345 */
  integer(value: number | null | undefined): string;
  /** Fixed fraction digits (default 3): 0.125 */
  decimal(value: number | null | undefined, digits?: number): string;
  /** A share 0…1 as a percentage with fixed digits (default 1): 97.3 % */
  percent(value: number | null | undefined, digits?: number): string;
  /** A loss: four digits, scientific where four digits would show zero. */
  loss(value: number | null | undefined): string;
  /** 12.3K, 1.2万 */
  compact(value: number | null | undefined): string;
  /** Milliseconds as a person says them: 840 ms, 12.4 s, 3 min 05 s, 2 h 05 min */
  duration(milliseconds: number | null | undefined): string;
}

function special(value: number | null | undefined): string | undefined {
  if (value === null || value === undefined) return NO_NUMBER;
  if (Number.isNaN(value)) return 'NaN';
  if (value === Infinity) return '∞';
  if (value === -Infinity) return '−∞';
  return undefined;
}

/** The sign of a number below 0, as print has it. */
const withMinus = (written: string) => written.replace(/^-/, '−');

/** Builds the writers for one language from use-intl's formatter and the `common` messages. */
export function createNumbers(format: Formatter, text: DurationText): Numbers {
  const fixed = (value: number, digits: number) =>
    withMinus(format.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits }));
  const percent = (value: number, digits: number) =>
    withMinus(
      format.number(value, {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
    );
  return {
    integer: (value) => special(value) ?? fixed(value!, 0),
    decimal: (value, digits = 3) => special(value) ?? fixed(value!, digits),
    percent: (value, digits = 1) => special(value) ?? percent(value!, digits),
    loss: (value) => {
      const odd = special(value);
      if (odd !== undefined) return odd;
      const size = Math.abs(value!);
      if (size !== 0 && (size < 0.00005 || size >= 100_000)) return value!.toExponential(1);
      return fixed(value!, size >= 1000 ? 1 : size >= 100 ? 2 : 4);
    },
    compact: (value) =>
      special(value) ?? withMinus(format.number(value!, { notation: 'compact', maximumFractionDigits: 1 })),
    duration: (milliseconds) => {
      const odd = special(milliseconds);
      if (odd !== undefined) return odd;
      const ms = Math.max(0, milliseconds!);
      if (ms < 999.5) return text('duration.milliseconds', { ms: Math.round(ms) });
      if (ms < 59_950) return text('duration.seconds', { s: fixed(ms / 1000, 1) });
      const seconds = Math.round(ms / 1000);
      if (seconds < 3600) {
        return text('duration.minutes', {
          m: Math.floor(seconds / 60),
          s: String(seconds % 60).padStart(2, '0'),
        });
      }
      const minutes = Math.round(seconds / 60);
      return text('duration.hours', {
        h: Math.floor(minutes / 60),
        m: String(minutes % 60).padStart(2, '0'),
      });
    },
  };
}
