import { FORWARD_DECIMALS, SLOPE_DECIMALS, writeGiven, writeValue } from './number-format';
import { isBackward, isGiven, type QuantityId, quantity, type Values } from './quantities';

/** A piece of a formula: signs, or a number by its name. */
export type EquationPiece = string | { id: QuantityId };

/** The right-hand side of a number's formula, piece by piece; null for a given number. */
export function formulaOf(id: QuantityId): EquationPiece[] | null {
  const { recipe } = quantity(id);
  const at = (of: QuantityId): EquationPiece => ({ id: of });
  switch (recipe.kind) {
    case 'given':
      return null;
    case 'sum':
      return [
        ...recipe.products.flatMap(([w, x]): EquationPiece[] => [at(w), ' · ', at(x), ' + ']),
        at(recipe.bias),
      ];
    case 'sigmoid':
      return ['σ(', at(recipe.of), ')'];
    case 'square':
      return ['(', at(recipe.a), ' − ', at(recipe.b), ')²'];
    case 'twice':
      return ['2 · (', at(recipe.a), ' − ', at(recipe.b), ')'];
    case 'through':
      return [at(recipe.slope), ' · ', at(recipe.y), ' · (1 − ', at(recipe.y), ')'];
    case 'product':
      return [at(recipe.a), ' · ', at(recipe.b)];
    case 'same':
      return [at(recipe.as)];
  }
}

/** A number of the network as it is written: given ones short, slopes with one decimal more than outputs. */
export function writeQuantity(id: QuantityId, value: number): string {
  if (isGiven(id)) return writeGiven(value);
  return writeValue(value, isBackward(id) ? SLOPE_DECIMALS : FORWARD_DECIMALS);
}

/** The same within a formula: a number below 0 stands in brackets, except at the start. */
export function writeInFormula(id: QuantityId, values: Values, first: boolean): string {
  const text = writeQuantity(id, values[id]);
  return values[id] < 0 && !first ? `(${text})` : text;
}

/** A formula with numbers, as plain text. */
export function numbersOf(id: QuantityId, values: Values): string {
  return (formulaOf(id) ?? [])
    .map((piece, i) => (typeof piece === 'string' ? piece : writeInFormula(piece.id, values, i === 0)))
    .join('');
}
