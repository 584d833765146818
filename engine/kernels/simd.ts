/** The smallest program with a SIMD instruction: () → drop(i32x4.splat(0)). */
const PROBE = Uint8Array.of(
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 4, 1, 0x60, 0, 0],
  ...[3, 2, 1, 0],
  ...[10, 9, 1, 7, 0, 0x41, 0, 0xfd, 0x11, 0x1a, 0x0b],
);

/** Whether WebAssembly here knows 128-bit SIMD, without which there are no kernels (browsers before 2021, iOS before 16.4). */
export function hasSimd(): boolean {
  return typeof WebAssembly !== 'undefined' && WebAssembly.validate(PROBE);
}
