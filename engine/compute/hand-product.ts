import type { Random } from '@/engine/random';

/** A small matrix for paper and eyes: a row of numbers each. For large ones see matrix-product.ts. */
export type Matrix = readonly (readonly number[])[];

/** Two matrices that can be multiplied: A has as many columns as B has rows. */
export interface Factors {
  readonly a: Matrix;
  readonly b: Matrix;
}

/**
 * What one cell of C = A B is made of: row × column, number by number.
 *   c[i][j] = Σₖ a[i][k] · b[k][j]
 */
export function cellProducts({ a, b }: Factors, row: number, column: number) {
  return a[row]!.map((left, k) => ({ left, right: b[k]![column]!, product: left * b[k]![column]! }));
}

/** One number of the product. */
export function cellOf(factors: Factors, row: number, column: number): number {
  return cellProducts(factors, row, column).reduce((sum, { product }) => sum + product, 0);
}

/** C = A B, by the definition. */
export function handProduct(factors: Factors): Matrix {
  const columns = factors.b[0]!.map((_, column) => column);
  return factors.a.map((_, row) => columns.map((column) => cellOf(factors, row, column)));
}

/** What is dealt can be worked out in the head. */
const LARGEST = 4;

/** Factors of whole numbers from `least` to 4; no row of A and no column of B is all 0. */
export function dealFactors(
  random: Random,
  rows: number,
  inner: number,
  columns: number,
  least: number,
): Factors {
  const numbers = (height: number, width: number) =>
    Array.from({ length: height }, () =>
      Array.from({ length: width }, () => random.int(LARGEST - least + 1) + least),
    );
  for (;;) {
    const factors = { a: numbers(rows, inner), b: numbers(inner, columns) };
    const lines = [...factors.a, ...factors.b[0]!.map((_, column) => factors.b.map((row) => row[column]!))];
    if (lines.every((line) => line.some((value) => value !== 0))) return factors;
  }
}
