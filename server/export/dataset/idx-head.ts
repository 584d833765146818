const UNSIGNED_BYTES = 0x08;

/** What stands before the bytes of an array in an IDX file (yann.lecun.com/exdb/mnist): kind, dimensions, big endian. */
export function idxHead(shape: readonly number[]): Uint8Array {
  const head = Buffer.alloc(4 + 4 * shape.length);
  head[2] = UNSIGNED_BYTES;
  head[3] = shape.length;
  shape.forEach((length, index) => {
    head.writeUInt32BE(length, 4 + 4 * index);
  });
  return head;
}
