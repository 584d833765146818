import { setImmediate as othersHaveWorked } from 'node:timers/promises';
import { Zip, ZipDeflate } from 'fflate';

/** A file of an archive. Its content is asked for when it is its turn: what has been sent is held no longer. */
export interface ZippedFile {
  /** Its path in the archive, with `/` between folders. */
  name: string;
  content: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
}

/** Compressed at once: a few milliseconds. */
const PIECE = 64 * 1024;

/** Files as one zip archive, in pieces as they are made; between two others have their turn, since a class may be going on. */
export async function* zipFile(
  files: Iterable<ZippedFile> | AsyncIterable<ZippedFile>,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  let sinceRest = 0;
  for await (const { name, content } of files) {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    for await (const given of content) {
      const bytes = typeof given === 'string' ? Buffer.from(given) : given;
      for (let at = 0; at < bytes.length; at += PIECE) {
        const piece = bytes.subarray(at, at + PIECE);
        file.push(piece);
        yield* ready.splice(0);
        sinceRest += piece.length;
        if (sinceRest < PIECE) continue;
        sinceRest = 0;
        await othersHaveWorked();
      }
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
