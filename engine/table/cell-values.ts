/** The sign before the fraction of a number. */
export type Decimal = 'point' | 'comma';

const GAPS = new Set([
  '',
  'na',
  'n/a',
  '#n/a',
  'n.a.',
  'n. a.',
  'nan',
  '-nan',
  'null',
  'nil',
  '<na>',
  'k.a.',
  'k. a.',
  '?',
  '??',
  '.',
  '..',
  '...',
  '…',
  '-',
  '--',
  '---',
  '‐',
  '–',
  '—',
  'ー',
  '*',
  '#div/0!',
  '#value!',
  '#ref!',
  '#num!',
  '#null!',
  '#name?',
  'missing',
  'undefined',
  '欠損',
  '欠損値',
  '欠測',
  '欠測値',
]);

/** Whether a cell stands for a value that is not there. */
export function isGap(cell: string): boolean {
  // Most cells are numbers or longer texts: large files have millions of them.
  if (cell.length > LONGEST_GAP || PLAIN_NUMBER.test(cell)) return false;
  return GAPS.has(folded(cell).trim().toLowerCase());
}

/** With a few blanks around it. */
const LONGEST_GAP = 16;
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

const DIGITS = [0x660, 0x6f0, 0x966] as const;

/** Full-width signs as the usual ones; other characters stay. */
function folded(text: string): string {
  return text.replace(/[\u3000\uff01-\uff5e\uffe0-\uffe6]+/g, (wide) => wide.normalize('NFKC'));
}

/**
 * A cell as a number, or null. Full-width, Arabic and Indian digits, every minus sign, and groups of thousands (by blanks of any
 * kind, apostrophes, or the sign that is not the decimal one) are read.
 */
export function numberIn(cell: string, decimal: Decimal): number | null {
  if (cell.length > 60) return null;
  // Three digits after a point may be thousands elsewhere.
  if (PLAIN_NUMBER.test(cell) && (decimal === 'point' || !cell.includes('.'))) return Number(cell);
  if (!/\p{Nd}/u.test(cell)) return null;
  const plain = folded(cell)
    .replace(/[٠-٩۰-۹०-९]/g, (digit) => {
      const code = digit.charCodeAt(0);
      return String(code - DIGITS.findLast((zero) => zero <= code)!);
    })
    .replace(/٫/g, decimal === 'comma' ? ',' : '.')
    .replace(/[−–‐‑﹣]/g, '-')
    .trim();
  const grouped = ungroup(plain, decimal);
  const text = decimal === 'comma' ? grouped.replace(',', '.') : grouped;
  return /^[+-]?\s?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text.replace(/\s/, '')) : null;
}

/** Without the signs between groups of three digits, where all groups are of three. */
function ungroup(text: string, decimal: Decimal): string {
  const groups =
    decimal === 'comma'
      ? /^([+-]?\d{1,3})((?:[.'’\s]\d{3})+)(,\d*)?$/
      : /^([+-]?\d{1,3})((?:[,'’\s]\d{3})+)(\.\d*)?$/;
  const match = groups.exec(text);
  if (!match) {
    // With a decimal comma, a lone point is a fraction all the same: there is nothing else that it could be.
    return decimal === 'comma' && /^[+-]?\d*\.\d+(e[+-]?\d+)?$/i.test(text) ? text.replace('.', ',') : text;
  }
  return match[1]! + match[2]!.replace(/\D/g, '') + (match[3] ?? '');
}

const UNITS =
  /^(%|‰|[°º]?[CF]|°|[µμnkcdm]?[mgsglL]|mol|km|kg|t|[mck]?m[²³23]|ha|km\/h|m\/s|mph|in|ft|yd|mi|lbs?|oz|min|h|hrs?|k?Hz|MHz|GHz|[kMGT]?B|k?Pa|hPa|bar|k?W|kWh|k?J|k?cal|mm?Hg|px|pt|bpm|yrs?|歳|年|月|日|時間|分|秒|円|人|個|本|枚|点|度|回|台|kr|zł|Kč|CHF|EUR|USD|GBP|JPY)$/u;
const CURRENCY = /^\p{Sc}$/u;

/** A number's cell in two: what its unit is (before or behind it), and the rest; null where it has none. */
export function partUnit(cell: string): { unit: string; rest: string } | null {
  if (cell.length > 40 || !/\p{Nd}/u.test(cell)) return null;
  const plain = folded(cell).trim();
  const before = /^([-+−]?)(\p{Sc}|US\$|CHF|EUR|USD|GBP|JPY)\s*(?=[\d.,])/u.exec(plain);
  if (before) return { unit: before[2]!, rest: before[1]! + plain.slice(before[0].length) };
  const behind = /^(.*?[\d.,])\s*([^\d\s.,][^\s]{0,4})$/u.exec(plain);
  if (!behind || !(CURRENCY.test(behind[2]!) || UNITS.test(behind[2]!))) return null;
  return { unit: behind[2]!, rest: behind[1]! };
}

/** Which decimal sign the cells speak for. Three digits behind a sign may be thousands and speak for neither. */
export function decimalOf(cells: Iterable<string>, ifUnclear: Decimal): Decimal {
  let commas = 0;
  let points = 0;
  let unclear = 0;
  for (const cell of cells) {
    if (cell.length > 40) continue;
    const plain = partUnit(cell)?.rest ?? folded(cell);
    const match = /^[+-]?(\d*)([.,])(\d+)(e[+-]?\d+)?$/i.exec(plain.replace(/[−–]/g, '-').replace(/\s/g, ''));
    if (!match) {
      const both = /^[+-]?\d{1,3}(?:([.,'’])\d{3})+([.,])\d+$/.exec(plain.trim());
      if (both && both[1] !== both[2]) {
        if (both[2] === ',') commas += 3;
        else points += 3;
      }
      continue;
    }
    const [, whole, sign, fraction] = match;
    const thousands = fraction!.length === 3 && whole!.length >= 1 && whole!.length <= 3 && whole !== '0';
    if (thousands && sign === ',') unclear++;
    else if (sign === ',') commas++;
    // A point with three digits is a fraction far more often than thousands.
    else points += thousands ? 0.2 : 1;
  }
  if (commas === points) return unclear > 0 || commas === 0 ? ifUnclear : 'point';
  return commas > points ? 'comma' : 'point';
}

/** A text cell as others are compared with it: one spelling for what looks the same. */
export function labelKey(cell: string): string {
  // Programs write truth in three ways.
  if (/^(true|false)$/i.test(cell)) return cell.toUpperCase();
  if (/^[!-~]*$/.test(cell)) return cell;
  return cell
    .replace(/[\uff01-\uff5e\uff61-\uff9f\u3000]+/g, (wide) => wide.normalize('NFKC'))
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Signs that make a spreadsheet take a cell for a formula. */
const FORMULA = /^[=+\-@\t\r\n|%＝＋－＠]/;

/** Whether a spreadsheet would calculate what stands here, or this product take it for a gap; apostrophes before it aside. */
function needsGuard(text: string): boolean {
  const bare = text.replace(/^'+/, '');
  return (FORMULA.test(bare) && numberIn(bare, 'point') === null) || isGap(bare);
}

/** A label as a cell that every spreadsheet takes for text: an apostrophe goes before what it would calculate. */
export function guardCell(text: string): string {
  return needsGuard(text) ? `'${text}` : text;
}

/** The label of a cell that `guardCell` may have written. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") && needsGuard(cell) ? cell.slice(1) : cell;
}
