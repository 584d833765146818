import { distort } from '@/engine/digits/distort';
import { type Examples, pickExamples, sliceExamples } from '@/engine/digits/examples';
import { createRandom, STREAMS } from '@/engine/random';
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
  /** Public half first, then private half. */
  hidden: Examples;
}

/** The test pictures of which the hidden halves are made. */
export function hiddenOriginals(
  { labels, hidden: { half } }: Dataset,
  folder: string,
  servedElsewhere: readonly Examples[],
): Examples[] {
  return deal(readIdx(folder, 't10k'), labels.length, [half, half], 2, servedElsewhere);
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
  const { trainBlocks, validationExamples, labels, pixels, side } = dataset;
  const { half } = dataset.hidden;
  const dealt = deal(readIdx(folder, 'train'), labels.length, [...trainBlocks, validationExamples], 1);
  const halves = hiddenOriginals(dataset, folder, servedElsewhere);
  const random = createRandom(SEED, STREAMS.distortion);
  const hidden: Examples = {
    count: half * 2,
    pixels: new Uint8Array(half * 2 * pixels),
    labels: new Uint8Array(half * 2),
  };
  halves.forEach((part, h) => {
    for (let i = 0; i < part.count; i++) {
      const at = h * half + i;
      hidden.pixels.set(distort(sliceExamples(part, i, 1).pixels, side, random), at * pixels);
      hidden.labels[at] = part.labels[i]!;
    }
  });
  return { train: dealt.slice(0, trainBlocks.length), validation: dealt[trainBlocks.length]!, hidden };
}
