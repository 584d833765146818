/**
 * What is put at the caret so that the calculation stays one: a number below 0 in brackets, and a multiplication sign
 * between two numbers that would else run together.
 * @param before what stands before the caret
 */
export function insertedNumber(before: string, written: string): string {
  const number = written.startsWith('−') || written.startsWith('-') ? `(${written})` : written;
  return /[\d.)]\s*$/.test(before) ? ` × ${number}` : number;
}

/** What a key of the keypad puts at the caret. */
export function insertedKey(key: string): string {
  return key === '×' || key === '+' || key === '−' ? ` ${key} ` : key;
}
