import type { Arena } from '@/engine/kernels/arena';

/** Room that layers share, since each needs it only while it is at work. All say what they want before it is placed. */
export class WorkRoom {
  /** A matrix, packed. */
  packed = 0;
  /** A row of zeros. */
  zeros = 0;
  /** Four rows. */
  scratch = 0;
  private mostPacked = 0;
  private widest = 0;

  /** @param packed numbers of the largest matrix that is packed; @param row numbers of the longest row */
  want(packed: number, row: number): void {
    this.mostPacked = Math.max(this.mostPacked, packed);
    this.widest = Math.max(this.widest, row);
  }

  place(arena: Arena): void {
    this.packed = arena.numbers(this.mostPacked);
    this.zeros = arena.numbers(this.widest);
    this.scratch = arena.numbers(4 * this.widest);
  }
}
