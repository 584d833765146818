import { answerOf } from '@/engine/network/answer-of';
import type { ValidationAnswers } from '@/engine/worker/messages';

/** A picture on which networks do not answer the same. */
export interface Disagreement {
  /** In the validation part. */
  index: number;
  label: number;
  /** By network. */
  answers: number[];
  /** How sure each is of its own, 0 to 1. */
  shares: number[];
}

/** How one network did on the validation pictures. */
export interface Sureness {
  /** Share of right answers. */
  right: number;
  /** Mean probability of its own answers: as large as `right` where it knows how good it is. */
  sure: number;
}

/** Answers that come first: networks do not agree, and each is sure of what it says. */
export function disagreements(networks: readonly ValidationAnswers[]): Disagreement[] {
  const [first] = networks;
  if (!first) return [];
  const classes = first.probabilities.length / first.labels.length;
  const found: (Disagreement & { weight: number })[] = [];
  for (let index = 0; index < first.labels.length; index += 1) {
    const answers = networks.map(({ probabilities }) => answerOf(probabilities, index, classes));
    const different = new Set(answers).size;
    if (different < 2) continue;
    const shares = networks.map(({ probabilities }, n) => probabilities[index * classes + answers[n]!]!);
    // As many different answers as can be, each by somebody who is sure of it.
    const surest = new Map<number, number>();
    for (const [n, answer] of answers.entries())
      surest.set(answer, Math.max(surest.get(answer) ?? 0, shares[n]!));
    const weight = [...surest.values()]
      .sort((a, b) => b - a)
      .slice(1)
      .reduce((sum, share) => sum + share, 0);
    found.push({ index, label: first.labels[index]!, answers, shares, weight });
  }
  return found.sort((a, b) => b.weight - a.weight || a.index - b.index).map(({ weight: _, ...one }) => one);
}

export function sureness({ labels, probabilities }: ValidationAnswers): Sureness {
  const classes = probabilities.length / labels.length;
  let right = 0;
  let sure = 0;
  for (const [index, label] of labels.entries()) {
    const answer = answerOf(probabilities, index, classes);
    if (answer === label) right += 1;
    sure += probabilities[index * classes + answer]!;
  }
  return { right: right / labels.length, sure: sure / labels.length };
}
