import { answerOf } from '@/engine/network/answer-of';
import type { ValidationAnswers } from '@/engine/worker/messages';

/** Answers of which a network was about as sure. */
interface SureBin {
  /** Of its own answers: from (counted in) and to, 0 to 1. */
  from: number;
  to: number;
  count: number;
  right: number;
  /** Mean of how sure it was; the bin's middle where it holds none. */
  sure: number;
}

export interface Reliability {
  bins: SureBin[];
  /** By how much how sure it is and how often it is right differ, over all its answers: the expected calibration error, 0 to 1. */
  error: number;
}

/** Ten bins of the same width, as Guo et al., 2017 (arXiv:1706.04599, section 2) draw them. */
const BINS = 10;

/** Whether a network is right as often as it says, by how sure it is. */
export function reliability({ labels, probabilities }: ValidationAnswers): Reliability {
  const classes = probabilities.length / labels.length;
  const sums = Array.from({ length: BINS }, () => ({ count: 0, right: 0, sure: 0 }));
  for (const [index, label] of labels.entries()) {
    const answer = answerOf(probabilities, index, classes);
    const sure = probabilities[index * classes + answer]!;
    const bin = sums[Math.min(BINS - 1, Math.floor(sure * BINS))]!;
    bin.count += 1;
    bin.sure += sure;
    if (answer === label) bin.right += 1;
  }
  const bins = sums.map(({ count, right, sure }, index): SureBin => {
    const [from, to] = [index / BINS, (index + 1) / BINS];
    return { from, to, count, right, sure: count === 0 ? (from + to) / 2 : sure / count };
  });
  const gap = bins.reduce((sum, { count, right, sure }) => sum + Math.abs(right - sure * count), 0);
  return { bins, error: labels.length === 0 ? 0 : gap / labels.length };
}
