/** Of what guessing gives a label. */
const LITTLE = 0.5;

/**
 * Which labels a network doubts: "confident learning" (Northcutt, Jiang and Chuang, "Confident learning: estimating uncertainty in
 * dataset labels", JAIR 70, 2021). A label's threshold is the mean probability that its own examples give it. An example is counted for the likeliest
 * of the labels whose thresholds its probabilities reach; where that is not the label it carries, the label is in doubt. Ours besides: the label that
 * it carries must have less than half of what guessing would give it, or kinds that are alike (shirts and coats) would be doubted too.
 * The examples should be ones that the network has not learnt: what is learnt by heart is doubted no more.
 * @param probabilities examples × labels
 * @returns the numbers of the doubtful examples
 */
export function doubtfulExamples(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
): number[] {
  const sums = new Float64Array(classes);
  const counts = new Float64Array(classes);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    sums[label]! += probabilities[i * classes + label]!;
    counts[label]! += 1;
  }
  const doubtful: number[] = [];
  for (let i = 0; i < labels.length; i++) {
    let taken = -1;
    for (let k = 0; k < classes; k++) {
      const p = probabilities[i * classes + k]!;
      // A label that no example carries has no threshold.
      if (counts[k] === 0 || p < sums[k]! / counts[k]!) continue;
      if (taken < 0 || p > probabilities[i * classes + taken]!) taken = k;
    }
    const own = probabilities[i * classes + labels[i]!]!;
    if (taken >= 0 && taken !== labels[i] && own < LITTLE / classes) doubtful.push(i);
  }
  return doubtful;
}
