import type { Loss } from '@/protocol/experiment-choices';

/**
 * The two losses, both of softmax's probabilities p against the wanted answer y (1 for the right label, else 0), meaned
 * over the examples:
 *   cross-entropy  −Σ y log p        its slope by the logits: p − y
 *   squared error  Σ (p − y)²        its slope by the logits: 2 p (e − Σ e p), with e = p − y
 */

/** Sums over examples, from logits (count × classes): plain arithmetic in float64, on every backend the same. */
export interface LossSums {
  loss: number;
  correct: number;
}

export function sumLosses(
  loss: Loss,
  logits: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
): LossSums {
  let total = 0;
  let correct = 0;
  for (let i = 0; i < labels.length; i++) {
    const from = i * classes;
    const label = labels[i]!;
    let best = 0;
    for (let k = 1; k < classes; k++) if (logits[from + k]! > logits[from + best]!) best = k;
    if (best === label) correct++;
    // The largest logit comes off before exp, so that nothing overflows.
    const top = logits[from + best]!;
    let sum = 0;
    for (let k = 0; k < classes; k++) sum += Math.exp(logits[from + k]! - top);
    if (loss === 'cross-entropy') {
      total += Math.log(sum) + top - logits[from + label]!;
    } else {
      for (let k = 0; k < classes; k++) {
        const error = Math.exp(logits[from + k]! - top) / sum - (k === label ? 1 : 0);
        total += error * error;
      }
    }
  }
  return { loss: total, correct };
}
