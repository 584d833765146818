/** What a file really is, whatever its name says. */
const FILE_KINDS = [
  'text',
  'xlsx',
  /** Excel before 2007. */
  'xls',
  /** An Office file with a password. */
  'locked',
  /** Excel's binary workbook. */
  'xlsb',
  'ods',
  'numbers',
  'word',
  'pdf',
  'image',
  'json',
  'web-page',
  'archive',
  'parquet',
  'database',
  'unknown',
  'empty',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const ASCII = new TextDecoder('latin1');

/** Tells a file's kind by its first bytes, and within an archive by the names of its parts. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  const head = ASCII.decode(bytes.subarray(0, 4096));
  const starts = (...signs: string[]) => signs.some((sign) => head.startsWith(sign));
  if (starts('PK\x03\x04', 'PK\x05\x06')) return kindOfArchive(bytes);
  if (starts('\xd0\xcf\x11\xe0')) return kindOfCompound(bytes);
  // Excel 4 and older, without a container.
  if (starts('\x09\x08\x10\x00', '\x09\x04\x06\x00', '\x09\x02\x06\x00')) return 'xls';
  if (starts('%PDF')) return 'pdf';
  if (starts('\x89PNG', '\xff\xd8\xff', 'GIF8', 'BM', 'II*\0', 'MM\0*') && !readsAsText(head)) return 'image';
  if (starts('RIFF') && head.slice(8, 12) === 'WEBP') return 'image';
  if (/^....ftyp(heic|heix|mif1|avif)/s.test(head)) return 'image';
  if (starts('\x1f\x8b', 'Rar!', '7z\xbc\xaf', 'BZh', '\xfd7zXZ')) return 'archive';
  if (starts('PAR1')) return 'parquet';
  if (starts('SQLite format 3')) return 'database';
  if (starts('{\\rtf')) return 'word';
  const text = head.replace(/^(\xef\xbb\xbf)?\s+|^\xef\xbb\xbf/, '');
  if (/^<(!doctype html|html|table|head|body)\b/i.test(text)) return 'web-page';
  if (/^<\?xml/.test(text) && /<svg\b/.test(text)) return 'image';
  if (/^<svg\b/.test(text)) return 'image';
  if (looksLikeJson(text)) return 'json';
  return readsAsText(head) ? 'text' : 'unknown';
}

/** Office's container of before 2007, and of files with a password. Names in it are of 16 bits. */
function kindOfCompound(bytes: Uint8Array): FileKind {
  const text = ASCII.decode(bytes).replaceAll('\0', '');
  if (text.includes('EncryptedPackage')) return 'locked';
  return text.includes('WordDocument') ? 'word' : 'xls';
}

function kindOfArchive(bytes: Uint8Array): FileKind {
  // The names stand plainly before each part and in the directory at the end.
  const ends = ASCII.decode(bytes.subarray(0, 65_536)) + ASCII.decode(bytes.subarray(-262_144));
  if (ends.includes('xl/workbook.bin')) return 'xlsb';
  if (ends.includes('xl/workbook.xml') || ends.includes('xl/worksheets/')) return 'xlsx';
  if (ends.includes('application/vnd.oasis.opendocument.spreadsheet')) return 'ods';
  if (ends.includes('Index/Document.iwa') || ends.includes('Index/Tables/')) return 'numbers';
  if (ends.includes('word/document.xml') || ends.includes('ppt/presentation.xml')) return 'word';
  if (ends.includes('application/vnd.oasis.opendocument')) return 'word';
  // How Excel begins its files, when the rest is damaged: no time, and flags that others do not set.
  return ends.startsWith('PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0') ? 'xlsx' : 'archive';
}

/** A bracket alone is no JSON: a table may begin with one. */
function looksLikeJson(text: string): boolean {
  return (
    /^\{\s*("[^"\n]*"\s*:|\})/.test(text) || /^\[\s*(\{|\[|"[^"\n]*"\s*[,\]]|-?\d[^\n]*\]|\])/.test(text)
  );
}

/** Few control bytes: all texts but those of 16 bits, whose zeros stand in every second place. */
function readsAsText(head: string): boolean {
  if (/^(\xff\xfe|\xfe\xff)/.test(head)) return true;
  let controls = 0;
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i);
    if (code === 0) zeros[i & 1]!++;
    else if (code < 9 || (code > 13 && code < 32 && code !== 27)) controls++;
  }
  const [even, odd] = zeros as [number, number];
  const wide = Math.max(even, odd) > 4 * Math.min(even, odd) && even + odd >= head.length / 40;
  return controls <= head.length / 100 && (even + odd === 0 || wide);
}
