/** Softmax of each row, in float64. */
export function probabilitiesOf(logits: ArrayLike<number>, classes: number): Float32Array {
  const out = new Float32Array(logits.length);
  for (let from = 0; from < logits.length; from += classes) {
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < classes; k++) top = Math.max(top, logits[from + k]!);
    let sum = 0;
    for (let k = 0; k < classes; k++) sum += Math.exp(logits[from + k]! - top);
    for (let k = 0; k < classes; k++) out[from + k] = Math.exp(logits[from + k]! - top) / sum;
  }
  return out;
}
