import { distort } from '@/engine/digits/distort';
import { type Examples, joinExamples, pickExamples, sliceExamples } from '@/engine/digits/examples';
import { createRandom, type Random, STREAMS } from '@/engine/random';
import type { Dataset } from '@/protocol/datasets';
import { readIdx } from './idx';

/** The seed of the choice of pictures. Changing it changes every packed file. */
const SEED = 20_261_124;

/** What tells a picture from all others. */
function keyOf(examples: Examples, index: number): string {
  return Buffer.from(sliceExamples(examples, index, 1).pixels).toString('latin1');
}

/**
 * Deals pictures into groups of the given sizes, disjoint, every label equally often in each, in random order. No two
 * equal pictures are dealt, and none of `without`.
 */
function deal(
  all: Examples,
  labelCount: number,
  sizes: readonly number[],
  stream: number,
  without: readonly Examples[] = [],
): Examples[] {
  const random = createRandom(SEED, STREAMS.packing, stream);
  const queues: number[][] = Array.from({ length: labelCount }, () => []);
  const seen = new Set(
    without.flatMap((others) => Array.from({ length: others.count }, (_, i) => keyOf(others, i))),
  );
  for (const index of random.shuffle(Array.from({ length: all.count }, (_, i) => i))) {
    const key = keyOf(all, index);
    if (seen.has(key)) continue;
    seen.add(key);
    queues[all.labels[index]!]!.push(index);
  }
  return sizes.map((size) => {
    const chosen = queues.flatMap((queue) => queue.splice(0, size / labelCount));
    if (chosen.length !== size) throw new Error('Not enough pictures of some label');
    return pickExamples(all, random.shuffle(chosen));
  });
}

export interface DatasetParts {
  /** One a served training file. */
  train: Examples[];
  validation: Examples;
  /** For those who learn alone. */
  check: Examples;
  /** Public half first, then private half. */
  hidden: Examples;
  /** As they are: of these the server draws. */
  reserve: Examples;
}

/** The test pictures of which the hidden halves are made, and then those in reserve. */
export function hiddenOriginals(
  { labels, hidden: { half, reserve } }: Dataset,
  folder: string,
  servedElsewhere: readonly Examples[],
): Examples[] {
  return deal(readIdx(folder, 't10k'), labels.length, [half, half, reserve.count], 2, servedElsewhere);
}

/**
 * Everything of a data set that is packed, made from its IDX files in `folder`. Deterministic.
 * @param servedElsewhere pictures that may not be hidden ones
 */
export function datasetParts(
  dataset: Dataset,
  folder: string,
  servedElsewhere: readonly Examples[],
): DatasetParts {
  const { trainBlocks, validationExamples, labels, side, check } = dataset;
  // Those of the check come last: what is dealt before stays what it was.
  const sizes = [...trainBlocks, validationExamples, check.count];
  const dealt = deal(readIdx(folder, 'train'), labels.length, sizes, 1);
  const random = createRandom(SEED, STREAMS.distortion);
  const [open, secret, reserve] = hiddenOriginals(dataset, folder, servedElsewhere);
  const halves = [open!, secret!].map((half) => moved(half, side, random));
  return {
    train: dealt.slice(0, trainBlocks.length),
    validation: dealt[trainBlocks.length]!,
    check: moved(dealt[trainBlocks.length + 1]!, side, createRandom(SEED, STREAMS.distortion, 1)),
    hidden: joinExamples(halves),
    reserve: reserve!,
  };
}

/** Each picture turned and moved a little. */
function moved(examples: Examples, side: number, random: Random): Examples {
  const pictures = Array.from({ length: examples.count }, (_, i) =>
    distort(sliceExamples(examples, i, 1).pixels, side, random),
  );
  return { ...examples, pixels: Uint8Array.from(Buffer.concat(pictures)) };
}
