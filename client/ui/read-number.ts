/** How a number may be written besides the usual. */
export interface NumberReading {
  /** Whole numbers alone are meant: a point or a comma before three digits parts thousands. */
  whole?: boolean;
  /** A percent sign behind it changes nothing. */
  percent?: boolean;
}

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/;

/**
 * The one reader of numbers that people type, or null where it is none: full-width digits and those of other scripts, any kind of
 * minus, a comma for the point (０，５), thousands parted (1 000; 1,234.5), 1e-3.
 */
export function readTypedNumber(
  text: string,
  { whole = false, percent = false }: NumberReading = {},
): number | null {
  let plain = text
    .normalize('NFKC')
    .replace(/[\s_'’\p{Cf}]/gu, '')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[−–—‒‐‑ー﹣]/gu, '-')
    .replace(/[、，٫]/gu, ',')
    .replace(/[。．·]/gu, '.')
    .toLowerCase();
  if (percent) plain = plain.replace(/[%٪]$/u, '');
  plain = withoutThousands(plain, whole).replace(',', '.');
  if (!PLAIN.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value + 0 : null;
}

/** Where both signs stand, the last one is the decimal mark; where one stands several times, it parts thousands. */
function withoutThousands(text: string, whole: boolean): string {
  if (/^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text) && (whole || /,.*[,.]/.test(text)))
    return text.replaceAll(',', '');
  if (/^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d*)?$/.test(text) && (whole || /\..*[,.]/.test(text)))
    return text.replaceAll('.', '');
  return text;
}

/** Unicode keeps the ten digits of a script in a row. */
function asciiDigit(digit: string): string {
  let zero = digit.codePointAt(0)!;
  const at = zero;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((at - zero) % 10);
}
