import { z } from 'zod';
import { BLOCK_ROWS, CLASS_PRODUCT } from './product-size';
import type { Answer } from './refusals';

/** What the numbers of a block can come to. */
const MOST_SUM = BLOCK_ROWS * CLASS_PRODUCT.size ** 2 * CLASS_PRODUCT.largest ** 2;

/** A device asks for rows, and hands in those that it was given before. */
export const productNextSchema = z.strictObject({
  /** The round in which it takes part; null: it joins the one that is open, or begins one. */
  round: z.int().min(1).nullable(),
  /** What was calculated: the block, and the sum of all its numbers. */
  done: z
    .strictObject({
      block: z
        .int()
        .min(0)
        .max(CLASS_PRODUCT.blocks - 1),
      sum: z.int().min(0).max(MOST_SUM),
    })
    .nullable(),
});
export type ProductNext = z.infer<typeof productNextSchema>;

/** Whose a block is, as one device sees it. */
export type BlockOwner = 'nobody' | 'own' | 'other';

/** How a round stands, as one device sees it. */
export interface ProductStanding {
  round: number;
  /** Milliseconds until it begins; 0: it has. */
  startsIn: number;
  /** How many take part. */
  devices: number;
  /** Who has calculated each block. */
  owners: readonly BlockOwner[];
  /** Milliseconds that it took, from its beginning to the last block; null: it is not finished. */
  ms: number | null;
}

/** How far a block is: nobody has it, somebody calculates it, its numbers are in. */
export type BlockState = 'open' | 'given' | 'in';

/** How a round stands, as the projector shows it: of nobody who it is. */
export interface ProductOnWall extends Pick<ProductStanding, 'round' | 'startsIn' | 'devices' | 'ms'> {
  /** From top to bottom. */
  blocks: readonly BlockState[];
}

/** The same for the console, with whose each block is. */
export interface ProductAtConsole extends ProductOnWall {
  /** Ids of those who take part. */
  joined: readonly string[];
  /** Who calculates or has calculated each block, by place in `joined`; null: nobody. */
  by: readonly (number | null)[];
}

/** `block`: what to calculate now; null: nothing at the moment. */
export type ProductNextAnswer = Answer<ProductStanding & { block: number | null }>;
