import { type Examples, pickExamples } from '@/engine/digits/examples';
import type { Evaluation } from '@/engine/network/evaluate';
import { createRandom, STREAMS } from '@/engine/random';

/** Validation pictures for a measurement between epochs: a quarter of them all, as many of each label. */
export const VALIDATION_PART = 500;

/** What a measurement on validation pictures gave. */
export interface Measures {
  loss: number;
  accuracy: number;
  /** On how many pictures it was really measured. */
  examples: number;
}

type Measured = Pick<Evaluation, 'loss' | 'accuracy' | 'examples'>;

/**
 * Measures on a part of the validation pictures what stands for them all. The part is drawn by the seed, of each label in
 * its proportion; and since some parts are easier than the whole, what the last whole measurement found between the two is added
 * to every one on the part until the next: the curve has no step where the whole comes.
 */
export class ValidationSet {
  /** All pictures, the part first: whoever measures both has measured the whole. */
  readonly part: Examples;
  readonly rest: Examples;
  private offset = { loss: 0, accuracy: 0 };

  constructor(
    private readonly all: Examples,
    seed: number,
    size = VALIDATION_PART,
  ) {
    const chosen = drawPart(all.labels, seed, size);
    const isChosen = new Set(chosen);
    this.part = pickExamples(all, chosen);
    this.rest = pickExamples(
      all,
      Array.from({ length: all.count }, (_, i) => i).filter((i) => !isChosen.has(i)),
    );
  }

  /** The whole, of its two pieces. */
  whole(part: Measured, rest: Measured): Measures {
    const examples = this.all.count;
    const right = Math.round(part.accuracy * part.examples) + Math.round(rest.accuracy * rest.examples);
    const loss = (part.loss * part.examples + rest.loss * rest.examples) / examples;
    const accuracy = right / examples;
    this.offset = { loss: loss - part.loss, accuracy: accuracy - part.accuracy };
    return { loss, accuracy, examples };
  }

  /** What the part says of the whole. */
  estimate({ loss, accuracy, examples }: Measured): Measures {
    return {
      loss: Math.max(0, loss + this.offset.loss),
      accuracy: Math.min(1, Math.max(0, accuracy + this.offset.accuracy)),
      examples,
    };
  }
}

/** Indices of a part in which every label has its share, drawn by the seed; in rising order. */
export function drawPart(labels: ArrayLike<number>, seed: number, size: number): number[] {
  const count = labels.length;
  const order = createRandom(seed, STREAMS.validation).shuffle(Array.from({ length: count }, (_, i) => i));
  const kinds = 1 + Array.from(labels).reduce((most, label) => Math.max(most, label), -1);
  const byLabel = Array.from({ length: kinds }, (_, label) => order.filter((i) => labels[i] === label));
  // Shares rarely come out whole: who lacks most of one gets the next.
  const wanted = byLabel.map((own) => (own.length * Math.min(size, count)) / count);
  const taken = wanted.map(Math.floor);
  for (let left = Math.min(size, count) - taken.reduce((a, b) => a + b, 0); left > 0; left--) {
    const lacking = wanted.map((share, label) => share - taken[label]!);
    taken[lacking.indexOf(Math.max(...lacking))]! += 1;
  }
  return byLabel.flatMap((own, label) => own.slice(0, taken[label])).sort((a, b) => a - b);
}
