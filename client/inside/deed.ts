/** What somebody has done inside a network: followed one pixel to the answer, flipped the answer. */
export type InsideDeed = 'followed' | 'flipped';
