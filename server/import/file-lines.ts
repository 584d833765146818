import { ClassFileError } from './class-file-error';

/** Bytes of the longest line: the weights of the largest network in base64, and some. */
export const LONGEST_LINE = 8 * 1024 * 1024;

const NEWLINE = 0x0a;

/** A file's lines as they are read, numbered from 1, never more than one of them in memory; `open`: the file ends in it. UTF-8 alone; a line that is too long is none of a class. */
export async function* fileLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ line: number; text: string; open: boolean }> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let line = 1;
  let parts: Uint8Array[] = [];
  let length = 0;
  const written = (code: 'class-file-unreadable' | 'class-file-cut' = 'class-file-unreadable'): string => {
    try {
      // Some editor may have ended lines in its own way: no record holds the character.
      return decoder.decode(Buffer.concat(parts)).replace(/\r$/, '');
    } catch {
      throw new ClassFileError(code, line);
    }
  };
  const add = (part: Uint8Array) => {
    length += part.byteLength;
    if (length > LONGEST_LINE)
      throw new ClassFileError(line === 1 ? 'class-file-unreadable' : 'class-file-invalid', line);
    if (part.byteLength > 0) parts.push(part);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, at));
      yield { line, text: written(), open: false };
      parts = [];
      length = 0;
      line += 1;
      from = at + 1;
    }
    add(chunk.subarray(from));
  }
  // The end of a file that was cut may lie in the middle of a character.
  if (length > 0)
    yield { line, text: written(line > 2 ? 'class-file-cut' : 'class-file-unreadable'), open: true };
}
