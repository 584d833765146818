import { integer, object, or, partOf, type Shape, text } from '@/base/shape';
import { dealFactors, type Factors } from '@/engine/compute/hand-product';
import { createRandom } from '@/engine/random';

/** Rows of A, what is multiplied for one cell, and columns of B. */
const ROWS = 2;
const INNER = 3;
const COLUMNS = 2;

/** The cells of the product by row and column, from 0, in the order in which they are read. */
export const CELLS = ['0-0', '0-1', '1-0', '1-1'] as const;
export type CellId = (typeof CELLS)[number];

/** Which row of A and which column of B a cell is made of. */
export function placeOf(cell: CellId): { row: number; column: number } {
  const [row, column] = cell.split('-').map(Number);
  return { row: row!, column: column! };
}

/** What a student has filled in so far. */
export interface HandWork {
  /** How many products were done before. */
  round: number;
  texts: Partial<Record<CellId, string>>;
  /** The text of each cell when it was last judged. */
  judged: Partial<Record<CellId, string>>;
}

/** Names the stream of random numbers of this bench. */
const STREAM = 0xa7b;

/** The matrices of a round; no number below 0, since not every keypad has a minus sign. */
export function handFactors(seed: number, round: number): Factors {
  return dealFactors(createRandom(seed, STREAM, round), ROWS, INNER, COLUMNS, 0);
}

export function beginHandWork(round: number): HandWork {
  return { round, texts: {}, judged: {} };
}

/** Letters of a number; more are read no more. */
export const MOST_LETTERS = 8;

const texts = or(
  partOf(CELLS, () => text(MOST_LETTERS)),
  {},
);

export const handShape: Shape<HandWork> = object({ round: integer(0, 1_000), texts, judged: texts });
