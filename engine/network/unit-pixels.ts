/** Bytes to numbers from 0 to 1. */
export function toUnit(pixels: Uint8Array): Float32Array {
  const out = new Float32Array(pixels.length);
  for (let i = 0; i < out.length; i++) out[i] = pixels[i]! / 255;
  return out;
}
