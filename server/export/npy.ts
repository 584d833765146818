/** Where the numbers begin: a multiple of this. */
const ALIGNED = 64;

/** What stands before the bytes of an array of unsigned 8-bit numbers in NumPy's own format (NEP 1, version 1.0). */
export function npyHead(shape: readonly number[]): Uint8Array {
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const described = `{'descr': '|u1', 'fortran_order': False, 'shape': (${tuple}), }`;
  const before = 10;
  const whole = Math.ceil((before + described.length + 1) / ALIGNED) * ALIGNED;
  const head = Buffer.alloc(whole, ' ');
  head.write('\x93NUMPY\x01\x00', 'latin1');
  head.writeUInt16LE(whole - before, 8);
  head.write(described, before, 'latin1');
  head.write('\n', whole - 1, 'latin1');
  return head;
}
