/** Rows and columns of a block: three blocks of float32 fit the fastest memory of a processor (3 × 64² × 4 B = 48 kB). */
const BLOCK = 64;

/**
 * C = A B for square matrices, row by row in flat arrays, in plain JavaScript:
 *   c[i][j] = Σₖ a[i][k] · b[k][j]
 * Goes block by block, so that numbers are used often while they are near, and along rows, as they lie in memory.
 */
export function multiply(a: Float32Array, b: Float32Array, c: Float32Array, n: number): void {
  c.fill(0);
  for (let iFrom = 0; iFrom < n; iFrom += BLOCK) {
    const iTo = Math.min(n, iFrom + BLOCK);
    for (let kFrom = 0; kFrom < n; kFrom += BLOCK) {
      const kTo = Math.min(n, kFrom + BLOCK);
      for (let jFrom = 0; jFrom < n; jFrom += BLOCK) {
        const jTo = Math.min(n, jFrom + BLOCK);
        for (let i = iFrom; i < iTo; i++) {
          for (let k = kFrom; k < kTo; k++) {
            const factor = a[i * n + k]!;
            for (let j = jFrom; j < jTo; j++) c[i * n + j]! += factor * b[k * n + j]!;
          }
        }
      }
    }
  }
}
