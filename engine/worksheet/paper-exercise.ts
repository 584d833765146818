/** Words that an exercise's tables need; their texts are in the messages. */
export type PaperWord =
  | 'really'
  | 'right'
  | 'all'
  | 'layer'
  | 'inputs'
  | 'units'
  | 'weights'
  | 'biases'
  | 'together'
  | 'step'
  | 'slope'
  | 'product'
  | 'pictures'
  | 'batch'
  | 'epochs'
  | 'batches'
  | 'last'
  | 'updates'
  | 'rows'
  | 'multiplications'
  | 'additions'
  | 'picture'
  | 'filter'
  | 'map'
  | 'median'
  | 'mean';

/** What stands in a cell: a sign that is the same in every language, a number, or a word. */
export type PaperText = string | number | { readonly word: PaperWord };

/** A cell of a table. What is asked is left empty on the sheet and stands on its key. */
export interface PaperCell {
  readonly value: PaperText;
  readonly asked: boolean;
}

/** A table to be filled in. */
export interface PaperTable {
  readonly title?: PaperText;
  readonly heads: readonly PaperText[];
  readonly rows: readonly (readonly PaperCell[])[];
}

/** A drawing beside the tables; what it answers is on the key alone. */
export type PaperPicture =
  | { readonly kind: 'plane'; readonly weights: readonly [number, number]; readonly threshold: number }
  | { readonly kind: 'valley'; readonly places: readonly number[] }
  | { readonly kind: 'boxes'; readonly rows: number; readonly columns: number };

/** Something to be worked out with a pencil: the same on the sheet and on its key. */
export interface PaperExercise {
  /** Formulas, which need no language. */
  readonly lines: readonly string[];
  readonly tables: readonly PaperTable[];
  readonly picture?: PaperPicture;
}

/** A cell that the sheet shows. */
export const shown = (value: PaperText): PaperCell => ({ value, asked: false });

/** A cell that the student fills in. */
export const asked = (value: PaperText): PaperCell => ({ value, asked: true });

/** A word in a cell or a head. */
export const word = (of: PaperWord): PaperText => ({ word: of });

/** Rounded as it is written on paper. */
export function rounded(value: number, digits: number): number {
  const factor = 10 ** digits;
  // + 0 turns −0, which would be written with a sign, into 0.
  return Math.round(value * factor) / factor + 0;
}

/** A number in a formula, with the minus sign of print. */
export const sign = (value: number): string => String(value).replace('-', '−');

/** A number that is added in a formula: “+ 0.5” or “− 0.5”. */
export const term = (value: number): string => `${value < 0 ? '−' : '+'} ${sign(Math.abs(value))}`;
