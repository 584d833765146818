/** Encodes text in the old encodings by turning the platform's own decoder around: tests need bytes, browsers write UTF-8 only. */

const tables = new Map<string, Map<string, number[]>>();

function tableOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const note = (bytes: number[]) => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
    } catch {
      // No character has these bytes.
    }
  };
  for (let a = 0; a < 256; a++) note([a]);
  if (!/^(windows|macintosh)/.test(encoding)) {
    for (let a = 0x81; a < 0xff; a++) for (let b = 0x30; b < 0xff; b++) note([a, b]);
  }
  tables.set(encoding, table);
  return table;
}

/** @throws where the encoding has no such character */
export function encodeText(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const bytes = new Uint8Array(text.length * 2);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const [low, high] = [unit & 0xff, unit >> 8];
      bytes[2 * i] = encoding === 'utf-16le' ? low : high;
      bytes[2 * i + 1] = encoding === 'utf-16le' ? high : low;
    }
    return bytes;
  }
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((char) => {
      const bytes = table.get(char);
      if (!bytes) throw new RangeError(`${encoding} has no ${char}`);
      return bytes;
    }),
  );
}
