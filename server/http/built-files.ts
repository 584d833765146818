import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'application/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
/** Packed already. */
const DENSE = new Set(['.woff2']);

/** As small as it gets in a few milliseconds: it is done once a file. Browsers ask for brotli over https alone. */
const PACKERS = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: { [zlib.BROTLI_PARAM_QUALITY]: 9, [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
};
type Packing = keyof typeof PACKERS;

interface BuiltFile {
  type: string;
  etag: string;
  bytes: Buffer;
  packed: Map<Packing, Promise<Buffer>>;
}

/**
 * The scripts, styles and letters that the build made, under names that change with what is in them. A class that opens its page asks for
 * hundreds of them within a second: each is read and packed once, and answered from memory, with no file open for anybody.
 */
export class BuiltFiles {
  private readonly names: Set<string>;
  private readonly files = new Map<string, Promise<BuiltFile>>();

  /** @param folder all below it is served, with no other name than it has now */
  constructor(private readonly folder: string) {
    this.names = new Set(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && path.extname(entry.name) in TYPES)
        .map((entry) =>
          path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'),
        ),
    );
  }

  /** False: no file of ours has this name. @param name below the folder, as the address has it */
  async answer(
    { method, headers }: IncomingMessage,
    response: ServerResponse,
    name: string,
  ): Promise<boolean> {
    const known = nameOf(name);
    if (!this.names.has(known) || (method !== 'GET' && method !== 'HEAD')) return false;
    const file = await this.open(known);
    const packing = DENSE.has(path.extname(known)) ? null : packingFor(headers['accept-encoding']);
    response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    response.setHeader('content-type', file.type);
    response.setHeader('vary', 'Accept-Encoding');
    response.setHeader('etag', file.etag);
    if (headers['if-none-match'] === file.etag) {
      response.writeHead(304).end();
      return true;
    }
    const body = packing === null ? file.bytes : await packedAs(file, packing);
    if (packing !== null) response.setHeader('content-encoding', packing);
    response.writeHead(200, { 'content-length': body.length });
    response.end(method === 'HEAD' ? undefined : body);
    return true;
  }

  private open(name: string): Promise<BuiltFile> {
    let file = this.files.get(name);
    if (!file) {
      file = this.read(name);
      this.files.set(name, file);
      // One that could not be read is tried again when it is asked for again.
      file.catch(() => this.files.delete(name));
    }
    return file;
  }

  private async read(name: string): Promise<BuiltFile> {
    const bytes = await readFile(path.join(this.folder, name));
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
    // Weak: packed and not packed it is the same.
    return { type: TYPES[path.extname(name)]!, etag: `W/"${hash}"`, bytes, packed: new Map() };
  }
}

function packedAs(file: BuiltFile, packing: Packing): Promise<Buffer> {
  let packed = file.packed.get(packing);
  if (!packed) {
    packed = PACKERS[packing](file.bytes);
    file.packed.set(packing, packed);
  }
  return packed;
}

/** What whoever asks can unpack, the smallest first; null: nothing. See RFC 9110, 12.5.3. */
function packingFor(accepted: string | string[] | undefined): Packing | null {
  const taken = new Set(
    String(accepted ?? '')
      .toLowerCase()
      .split(',')
      .map((one) => one.split(';').map((part) => part.trim()))
      .filter(([, weight = '']) => !/^q=0(\.0*)?$/.test(weight))
      .map(([name]) => name),
  );
  return taken.has('br') ? 'br' : taken.has('gzip') ? 'gzip' : null;
}

function nameOf(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
