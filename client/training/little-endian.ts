/** Weights as bytes as they cross the wire, whatever this machine's order is. */
export function littleEndian(weights: Float32Array): ArrayBuffer {
  const bytes = new ArrayBuffer(weights.length * 4);
  const view = new DataView(bytes);
  for (let i = 0; i < weights.length; i += 1) view.setFloat32(i * 4, weights[i]!, true);
  return bytes;
}

/** The weights of such bytes. */
export function fromLittleEndian(bytes: ArrayBuffer): Float32Array<ArrayBuffer> {
  const view = new DataView(bytes);
  return Float32Array.from({ length: bytes.byteLength / 4 }, (_, i) => view.getFloat32(i * 4, true));
}
