import { pickExamples } from '@/engine/digits/examples';
import { createRandom, STREAMS } from '@/engine/random';

/** Labelled pictures of any number of labels: what a pool is to whoever learns from it. */
export interface PoolPictures {
  /** How many labels there are; each picture's is below it. */
  labelCount: number;
  count: number;
  /** One drawing after another. */
  pixels: Uint8Array;
  labels: Uint8Array;
}

/** What is done to the training data before learning, to see what it does. */
export interface DataChoice {
  /** Pictures of each label at most; null: all. */
  mostPerLabel: number | null;
  /** The label of which only a few are left, and how few; null: none. */
  scarce: { label: number; left: number } | null;
  /** Share of pictures under a wrong label, 0 to 1. */
  wrongShare: number;
}

export const ALL_DATA: DataChoice = { mostPerLabel: null, scarce: null, wrongShare: 0 };

/** One in so many pictures of each label is kept for validation. */
const VALIDATION_ONE_IN = 5;

/** The pictures with these numbers, copied. */
export function pickPictures(all: PoolPictures, indices: readonly number[]): PoolPictures {
  return { labelCount: all.labelCount, ...pickExamples(all, indices) };
}

/** How many pictures of each label. */
export function countLabels({ labelCount, labels }: Pick<PoolPictures, 'labelCount' | 'labels'>): number[] {
  const counts = new Array<number>(labelCount).fill(0);
  for (const label of labels) counts[label]! += 1;
  return counts;
}

/**
 * Parts pictures into what is learnt from and what validates: one in five of each label, drawn from the seed. A label with
 * fewer than two pictures gives none away.
 */
export function splitPictures(
  all: PoolPictures,
  seed: number,
): { train: PoolPictures; validation: PoolPictures } {
  const random = createRandom(seed, STREAMS.validation);
  const train: number[] = [];
  const validation: number[] = [];
  for (const own of byLabel(all)) {
    random.shuffle(own);
    const kept = own.length < 2 ? 0 : Math.max(1, Math.floor(own.length / VALIDATION_ONE_IN));
    validation.push(...own.slice(0, kept));
    train.push(...own.slice(kept));
  }
  const inOrder = (one: number, other: number) => one - other;
  return {
    train: pickPictures(all, train.sort(inOrder)),
    validation: pickPictures(all, validation.sort(inOrder)),
  };
}

/**
 * The training data as they were chosen: few, one-sided or partly under wrong labels. Validation is never touched: it shows
 * what the damage does to pictures as they are.
 */
export function chooseData(train: PoolPictures, choice: DataChoice, seed: number): PoolPictures {
  const random = createRandom(seed, STREAMS.examples);
  const kept: number[] = [];
  byLabel(train).forEach((own, label) => {
    random.shuffle(own);
    const most = Math.min(
      choice.mostPerLabel ?? own.length,
      choice.scarce?.label === label ? choice.scarce.left : own.length,
    );
    kept.push(...own.slice(0, most));
  });
  const chosen = pickPictures(
    train,
    kept.sort((one, other) => one - other),
  );
  const wrong = Math.round(chosen.count * choice.wrongShare);
  if (wrong > 0 && chosen.labelCount > 1) {
    const order = random.shuffle(Array.from({ length: chosen.count }, (_, i) => i));
    for (const index of order.slice(0, wrong)) {
      // Any of the other labels, equally likely.
      const turn = 1 + random.int(chosen.labelCount - 1);
      chosen.labels[index] = (chosen.labels[index]! + turn) % chosen.labelCount;
    }
  }
  return chosen;
}

function byLabel({ labelCount, labels }: PoolPictures): number[][] {
  const groups: number[][] = Array.from({ length: labelCount }, () => []);
  labels.forEach((label, index) => {
    groups[label]?.push(index);
  });
  return groups;
}
