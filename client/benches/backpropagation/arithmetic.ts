/** Longest calculation that is read: far longer than any product here. */
const MOST_CHARACTERS = 160;

/**
 * The value of a small calculation as students type it, or null where it is none: numbers with + − × ÷ and brackets. Full-width digits,
 * a comma for the point, every kind of minus and multiplication sign, and a product without a sign — 2(0.7−1) — are
 * understood. No names, no functions, and nothing of the language that runs the page.
 */
export function calculate(text: string): number | null {
  if (text.length > MOST_CHARACTERS) return null;
  const plain = normalise(text);
  if (plain === '') return null;
  const tokens = plain.match(/\d+\.?\d*|\.\d+|[-+*/()]/g);
  if (tokens === null || tokens.join('') !== plain) return null;
  const reader = { tokens, at: 0 };
  const value = sum(reader);
  return value !== null && reader.at === tokens.length && Number.isFinite(value) ? value + 0 : null;
}

/** A calculation in one spelling. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[−–—‐‑ー]/g, '-')
    .replace(/[×·⋅・∙•xX✕]/g, '*')
    .replace(/[÷∕]/g, '/')
    .replace(/[,、。]/g, '.');
}

/** Whether there is something to calculate, and not just a number. */
export function isCalculation(text: string): boolean {
  return /[+*/(]|\d-/.test(normalise(text));
}

interface Reader {
  tokens: string[];
  at: number;
}

/** sum = product { (+|−) product } */
function sum(reader: Reader): number | null {
  let value = product(reader);
  while (value !== null) {
    const sign = reader.tokens[reader.at];
    if (sign !== '+' && sign !== '-') break;
    reader.at++;
    const next = product(reader);
    if (next === null) return null;
    value += sign === '+' ? next : -next;
  }
  return value;
}

/** product = factor { (×|÷)? factor } */
function product(reader: Reader): number | null {
  let value = factor(reader);
  while (value !== null) {
    const sign = reader.tokens[reader.at];
    const silent =
      sign === '(' || (sign !== undefined && /[\d.]/.test(sign) && reader.tokens[reader.at - 1] === ')');
    if (sign !== '*' && sign !== '/' && !silent) break;
    if (!silent) reader.at++;
    const next = factor(reader);
    if (next === null) return null;
    value = sign === '/' ? value / next : value * next;
  }
  return value;
}

/** factor = number | ( sum ) | (+|−) factor */
function factor(reader: Reader): number | null {
  const token = reader.tokens[reader.at++];
  if (token === undefined) return null;
  if (token === '-' || token === '+') {
    const value = factor(reader);
    return value === null ? null : token === '-' ? -value : value;
  }
  if (token === '(') {
    const value = sum(reader);
    return reader.tokens[reader.at++] === ')' ? value : null;
  }
  const value = Number(token);
  return Number.isNaN(value) ? null : value;
}
