/** Moments, milliseconds since 1970, as columns have them: larger than an integer of a database, and null where there is none. */

export function toBigInt(time: number | null): bigint | null {
  return time === null ? null : BigInt(time);
}

export function toNumber(time: bigint | null): number | null {
  return time === null ? null : Number(time);
}
