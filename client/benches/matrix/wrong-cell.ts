import { cellOf, cellProducts, type Factors } from '@/engine/compute/hand-product';
import { CELLS, type CellId, placeOf } from './hand-work';

/** What a number in a cell is, or why it is wrong as far as that can be seen from it. */
export type CellVerdict =
  | { right: true }
  /** It belongs to another cell: a wrong row or column. */
  | { right: false; reason: 'other-cell'; cell: CellId }
  /** All products but one are in it. */
  | { right: false; reason: 'one-missing'; left: number; over: number }
  /** A product alone. */
  | { right: false; reason: 'not-added' }
  /** The numbers were added to each other instead of multiplied. */
  | { right: false; reason: 'added' }
  | { right: false; reason: 'other' };

/** Judges a number for a cell: what fits most closely to a mistake that is often made is told first. */
export function judgeCell(factors: Factors, cell: CellId, value: number): CellVerdict {
  const { row, column } = placeOf(cell);
  if (value === cellOf(factors, row, column)) return { right: true };
  const other = CELLS.find((one) => {
    const at = placeOf(one);
    return one !== cell && value === cellOf(factors, at.row, at.column);
  });
  if (other) return { right: false, reason: 'other-cell', cell: other };
  const products = cellProducts(factors, row, column);
  const sum = cellOf(factors, row, column);
  const missing = products.find(({ product }) => product !== 0 && value === sum - product);
  if (missing) return { right: false, reason: 'one-missing', left: missing.left, over: missing.right };
  if (products.some(({ product }) => value === product)) return { right: false, reason: 'not-added' };
  const added = products.reduce((all, { left, right }) => all + left + right, 0);
  return { right: false, reason: value === added ? 'added' : 'other' };
}
