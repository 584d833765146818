import type { Encoding } from './encodings';
import { plausibility } from './plausible-text';

/** Those that differ in what their bytes spell: the most plausible text wins, at a tie the earlier. */
const BY_TEXT = [
  'windows-1252',
  'shift_jis',
  'gb18030',
  'euc-kr',
  'big5',
  'euc-jp',
  'windows-1250',
  'windows-1251',
] as const satisfies Encoding[];

/** Bytes that are enough to tell an encoding by. */
const LOOKED_AT = 200_000;

/** How sure the finding is: a mark says it, the bytes allow nothing else, or it is the likeliest of several. */
export type Evidence = 'mark' | 'bytes' | 'likeliest';

export interface FoundEncoding {
  encoding: Encoding;
  evidence: Evidence;
}

/** Which encoding a text is in: by its mark, its zero bytes, what is valid, and at last by what its letters make. */
export function detectEncoding(bytes: Uint8Array): FoundEncoding {
  const marked = encodingOfMark(bytes);
  if (marked) return { encoding: marked, evidence: 'mark' };
  const wide = wideEncoding(bytes);
  if (wide) return { encoding: wide, evidence: 'bytes' };
  if (isIso2022(bytes)) return { encoding: 'iso-2022-jp', evidence: 'bytes' };
  if (decodeStrictly(bytes, 'utf-8') !== null) return { encoding: 'utf-8', evidence: 'bytes' };
  const sample = bytes.subarray(0, LOOKED_AT);
  // One byte in many that is no UTF-8 is a fault in a text that otherwise is.
  let best: { encoding: Encoding; score: number } = {
    encoding: 'utf-8',
    score: plausibility(new TextDecoder('utf-8').decode(sample), 'utf-8'),
  };
  for (const encoding of BY_TEXT) {
    const text = decodeStrictly(sample, encoding);
    if (text === null) continue;
    const score = plausibility(text, encoding);
    if (score > best.score) best = { encoding, score };
  }
  return { encoding: best.encoding, evidence: 'likeliest' };
}

/** The text; bytes that spell nothing become U+FFFD, a byte order mark falls away. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

function encodingOfMark([a, b, c]: Uint8Array): Encoding | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without a mark: a text has no zero bytes, and digits and separators in 16 bits have one each. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  const most = Math.min(bytes.length & ~1, LOOKED_AT);
  for (let i = 0; i < most; i++) if (bytes[i] === 0) zeros[i & 1]!++;
  const [even, odd] = zeros as [number, number];
  const enough = Math.max(1, most / 40);
  if (odd >= enough && odd > 4 * even) return 'utf-16le';
  return even >= enough && even > 4 * odd ? 'utf-16be' : null;
}

/** Japanese mail's encoding: all ASCII, with escapes between. */
function isIso2022(bytes: Uint8Array): boolean {
  for (let i = 0; i + 2 < Math.min(bytes.length, LOOKED_AT); i++) {
    if (bytes[i] === 0x1b && bytes[i + 1] === 0x24 && (bytes[i + 2] === 0x42 || bytes[i + 2] === 0x40))
      return true;
  }
  return false;
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    // A sample may end within a character: that is no fault.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: bytes.length === LOOKED_AT });
  } catch {
    return null;
  }
}
