import { type NumberReading, readTypedNumber } from './read-number';

/** What a field takes. */
export interface NumberRules extends NumberReading {
  least?: number | undefined;
  most?: number | undefined;
  /** What lies beyond the range becomes its end, and it is said; else it is not taken. */
  clamped?: boolean | undefined;
  /** Nothing means something, too. */
  emptyable?: boolean | undefined;
  /** How a value is written: what is taken is what then stands in the field. */
  write(value: number): string;
}

/** What became of a text: a value as it was typed, one near it, or none. */
export type JudgedNumber =
  | { value: number | null; changed?: undefined }
  | { value: number; changed: 'nearest' | 'rounded' }
  | { problem: 'unread' | 'range' | 'whole' };

/** What a field takes of a text. */
export function judgeNumber(text: string, rules: NumberRules): JudgedNumber {
  const { whole = false, percent = false, clamped, emptyable } = rules;
  if (text.trim() === '') return emptyable ? { value: null } : { problem: 'unread' };
  const read = readTypedNumber(text, { whole, percent });
  if (read === null) return { problem: 'unread' };
  if (whole && !Number.isInteger(read)) return { problem: 'whole' };
  const held = bounded(read, rules);
  if (held !== read) return clamped ? { value: held, changed: 'nearest' } : { problem: 'range' };
  const value = asWritten(read, rules);
  return isAbout(value, read) ? { value } : { value, changed: 'rounded' };
}

/** A number held to the range. */
function bounded(value: number, { least, most }: Pick<NumberRules, 'least' | 'most'>): number {
  return Math.min(most ?? value, Math.max(least ?? value, value));
}

/** A value in the range with the decimals that are written, and no others. */
export function asWritten(value: number, rules: Pick<NumberRules, 'least' | 'most' | 'write'>): number {
  return bounded(readTypedNumber(rules.write(value)) ?? value, rules);
}

/** Whether what is typed lies so far out that no further letter brings it back: 999 of at most 10, but not the 0 of 0.5. */
export function isFarOut(text: string, { whole, percent, least, most }: NumberRules): boolean {
  const read = readTypedNumber(text, { whole: whole ?? false, percent: percent ?? false });
  if (read === null) return false;
  return (read > 0 && most !== undefined && read > most) || (read < 0 && least !== undefined && read < least);
}

/** Whether a text means this value; rounding on the way is no change. */
export function meansValue(judged: JudgedNumber, value: number | null): boolean {
  if ('problem' in judged) return false;
  if (judged.value === null || value === null) return judged.value === value;
  return isAbout(judged.value, value);
}

function isAbout(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));
}
