/** The likeliest label of example `i`; the first of equals. */
export function answerOf(probabilities: ArrayLike<number>, i: number, classes: number): number {
  let best = 0;
  for (let k = 1; k < classes; k++) {
    if (probabilities[i * classes + k]! > probabilities[i * classes + best]!) best = k;
  }
  return best;
}
