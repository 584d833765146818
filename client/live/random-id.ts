/**
 * Random bytes as lower-case hex. `crypto.getRandomValues` exists without a secure context too, unlike `randomUUID`,
 * and a school's LAN address is plain http.
 * @param bytes number of bytes; the text has twice as many digits
 */
export function randomHex(bytes: number): string {
  const values = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(values, (value) => value.toString(16).padStart(2, '0')).join('');
}

/** An id as protocol/run.ts wants it: 16 random bytes. */
export function randomId(): string {
  return randomHex(16);
}

/** A seed for an experiment: a uniform unsigned 32-bit integer. */
export function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]!;
}
