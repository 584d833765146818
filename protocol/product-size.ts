/** One large product C = A B that the devices of a class calculate together, some rows at a time. */
export const CLASS_PRODUCT = {
  /** Rows and columns of each matrix. */
  size: 1_024,
  /** Blocks of rows in C. */
  blocks: 32,
  /** The numbers of A and B are whole, from 0 to this: sums of them are exact in float32. */
  largest: 4,
  /** Milliseconds in which others can join before it begins. */
  gatherMs: 8_000,
} as const;

/** Rows of a block. */
export const BLOCK_ROWS = CLASS_PRODUCT.size / CLASS_PRODUCT.blocks;
