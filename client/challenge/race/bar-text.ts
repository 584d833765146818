import type { Numbers } from '@/client/i18n/numbers';

/** A bar as it was set: most are whole percents. */
export function barText(numbers: Numbers, bar: number): string {
  return numbers.percent(bar, Number.isInteger(Math.round(bar * 1_000) / 10) ? 0 : 1);
}
