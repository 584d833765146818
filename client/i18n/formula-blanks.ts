/**
 * Blanks in formulas at which no line breaks: behind a sign such as = or ×, so that no number comes apart from it, and between a short name
 * and what is said of it (w = 3 is one). Longer formulas go on before a sign.
 */

/** What stands behind a sign that may be a mark in a sentence as well: a number, what is put into a message, the rest of the formula, a short name. */
const OPERAND = String.raw`(?=[\p{Nd}{(（−√∂]|\p{L}{1,2}[₀-₉ᵢⱼₖ²]*(?!\p{L}))`;
const BEHIND_SIGN = new RegExp(
  String.raw`(?<=(?:^|[ \u00a0(（「])(?:[=≥≤≈←×]|[<>·+−](?= ${OPERAND}))) (?=\S)`,
  'gu',
);
const BEFORE_SIGN =
  /(?<=(?<![\p{sc=Latin}\p{sc=Greek}\p{Nd}])\p{Nd}?[\p{sc=Latin}\p{sc=Greek}]{1,2}[₀-₉ᵢⱼₖ]*|\}) (?=[=≥≤≈<>←] )/gu;
/** A factor, as only formulas have it: 0.9 v. */
const FACTOR = /(?<=\p{Nd}) (?=\p{L}[₀-₉²]*(?!\p{L}))/gu;
const FAST = '\u00a0';

/** Between what is put into a message and the particle or the です behind it: behind a percent sign browsers would break there. */
const BEHIND_VALUE = /(?<=\}) (?=[\u3041-\u3096])/gu;

/** A message whose values keep to what is said of them. */
export function bindValues(message: string): string {
  return message.replace(BEHIND_VALUE, FAST);
}

/** The text, as long as before. */
export function bindFormulas(text: string): string {
  return text.replace(BEFORE_SIGN, FAST).replace(BEHIND_SIGN, FAST);
}

/** The same of what is a formula and no prose. */
export function bindFormula(line: string): string {
  return bindFormulas(line).replace(FACTOR, FAST);
}
