import { POOL } from '@/protocol/pool-rules';

/**
 * A pool as it crosses HTTP: "PPL1", a little-endian u32 with the bytes of the header, the header (JSON), a byte a label, then
 * a picture's bytes each (POOL.pixels). Compression is the transport's business.
 */
const MAGIC = 0x314c5050;
const PREFIX = 8;
/** No pool is larger; a damaged header must not make us allocate gigabytes. */
const MOST = 20_000;

export interface PackedPool<Extra> {
  labels: Uint8Array;
  pixels: Uint8Array;
  /** Whatever else is told, as JSON. */
  extra: Extra;
}

export function packPool<Extra>({ labels, pixels, extra }: PackedPool<Extra>): Uint8Array<ArrayBuffer> {
  const header = new TextEncoder().encode(JSON.stringify({ count: labels.length, extra }));
  const file = new Uint8Array(PREFIX + header.length + labels.length + pixels.length);
  const prefix = new DataView(file.buffer);
  prefix.setUint32(0, MAGIC, true);
  prefix.setUint32(4, header.length, true);
  file.set(header, PREFIX);
  file.set(labels, PREFIX + header.length);
  file.set(pixels, PREFIX + header.length + labels.length);
  return file;
}

/** What packPool wrote, or null where it is something else (a proxy's page) or was cut off. */
export function unpackPool(file: Uint8Array): PackedPool<unknown> | null {
  if (file.length < PREFIX) return null;
  const prefix = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headerBytes = prefix.getUint32(4, true);
  if (prefix.getUint32(0, true) !== MAGIC || headerBytes > file.length - PREFIX) return null;
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder().decode(file.subarray(PREFIX, PREFIX + headerBytes)));
  } catch {
    return null;
  }
  if (typeof header !== 'object' || header === null || !('count' in header)) return null;
  const { count } = header;
  if (!Number.isInteger(count) || (count as number) < 0 || (count as number) > MOST) return null;
  const at = PREFIX + headerBytes;
  const number = count as number;
  if (file.length !== at + number * (1 + POOL.pixels)) return null;
  return {
    labels: file.slice(at, at + number),
    pixels: file.slice(at + number),
    extra: 'extra' in header ? header.extra : null,
  };
}
