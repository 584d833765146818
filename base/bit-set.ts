/** Sets of numbers from 0 as bits: number i is in where bit i % 8 of byte ⌊i / 8⌋ is 1. Sets that are compared have the same length. */
export type BitSet = Uint8Array<ArrayBuffer>;

const ONES = Uint8Array.from({ length: 256 }, (_, byte) => {
  let ones = 0;
  for (let rest = byte; rest > 0; rest >>= 1) ones += rest & 1;
  return ones;
});

/** The numbers of those that are not 0; eight a byte, what is left of the last one stays out. */
export function bitSetOf(members: ArrayLike<number>): BitSet {
  const bits = new Uint8Array(Math.ceil(members.length / 8));
  for (let i = 0; i < members.length; i++) if (members[i] !== 0) bits[i >> 3]! |= 1 << (i & 7);
  return bits;
}

/** How many are in `a` and not in `b`. */
export function countOnlyIn(a: BitSet, b: BitSet): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) count += ONES[a[i]! & ~b[i]!]!;
  return count;
}
