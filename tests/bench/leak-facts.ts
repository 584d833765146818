import { parseArgs } from 'node:util';
import type { Examples } from '@/engine/digits/examples';
import { createRandom, STREAMS } from '@/engine/random';
import {
  agreedSeeds,
  type MaskedPart,
  maskGradient,
  newMaskKeys,
  revealFor,
  unmaskSum,
} from '@/engine/together/pairwise-masks';
import { pictureGradient } from '@/engine/together/picture-gradient';
import { readGradient } from '@/engine/together/read-gradient';
import { addWords, wholeGradient } from '@/engine/together/whole-gradient';
import { DATASETS } from '@/protocol/datasets';
import { leakNumbers } from '@/protocol/leak-rules';
import { trainingPictures } from '@/server/verify/training-pictures';
import { onKernels } from '@/tests/engine/kernels-module';
import { round } from './percentiles';

const OPTIONS = { seeds: { type: 'string', default: '5' } } as const;

/** Pictures whose gradients are read, a seed. */
const READ = 1_000;
/** Devices of a sum, and sums of each. */
const SUMS = [1, 2, 3, 5, 10, 24, 60];
const DRAWS = 40;
const CLASS = [24, 60, 100];
const SIZE = DATASETS.digits.pixels;

/**
 * `npm run bench -- leak-facts [--seeds 5]`: what gradients of single drawings, masked ones and their sums tell, by the product's own rules on the kernels in Node
 * (docs/together.md). Two minutes.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const { train } = await trainingPictures('digits');
  const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => at + 1);
  const single = [];
  const sums = new Map<number, { likeness: number[]; found: number[] }>();
  for (const seed of seeds) {
    const gradients = await gradientsOf(train, seed);
    single.push(readAll(train, gradients));
    for (const devices of SUMS) {
      const { likeness, found } = sums.get(devices) ?? { likeness: [], found: [] };
      const told = sumsOf(train, gradients, devices, seed);
      sums.set(devices, { likeness: [...likeness, told.likeness], found: [...found, told.found] });
    }
  }
  return {
    single,
    masked: maskedAlike(await gradientsOf(train, 1, 24)),
    sums: [...sums].map(([devices, { likeness, found }]) => ({
      devices,
      likeness: spread(likeness, 2),
      found: spread(found),
    })),
    cost: CLASS.map(costOf),
  };
}

const spread = (values: readonly number[], digits = 1) => ({
  mean: round(values.reduce((sum, value) => sum + value, 0) / values.length, digits),
  least: round(Math.min(...values), digits),
  most: round(Math.max(...values), digits),
});

const pixelsOf = ({ pixels }: Examples, at: number) => pixels.subarray(at * SIZE, (at + 1) * SIZE);

async function gradientsOf(train: Examples, seed: number, count = READ): Promise<Int32Array[]> {
  const made: Int32Array[] = [];
  for (let at = 0; at < count; at++) {
    const asked = { dataset: 'digits', seed, pixels: pixelsOf(train, at), label: train.labels[at]! } as const;
    made.push(wholeGradient(await pictureGradient(asked, onKernels)));
  }
  return made;
}

/** Of single gradients: in how many every pixel comes back, and the label. Percent. */
function readAll(train: Examples, gradients: readonly Int32Array[]) {
  let [whole, labels, silent, largest] = [0, 0, 0, 0];
  for (const [at, words] of gradients.entries()) {
    const read = readGradient('digits', words);
    if (read === null) silent += 1;
    else {
      if (pixelsOf(train, at).every((pixel, i) => pixel === read.pixels[i])) whole += 1;
      if (read.label === train.labels[at]) labels += 1;
    }
    largest = words.reduce((most, word) => Math.max(most, Math.abs(word)), largest);
  }
  const percent = (count: number) => round((100 * count) / gradients.length);
  return { whole: percent(whole), labels: percent(labels), silent: percent(silent), largest };
}

/** How alike two lists of numbers are, from −1 to 1. */
function correlation(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const mean = (list: ArrayLike<number>) => {
    let sum = 0;
    for (let i = 0; i < list.length; i++) sum += list[i]!;
    return sum / list.length;
  };
  const [a, b] = [mean(one), mean(other)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < one.length; i++) {
    ab += (one[i]! - a) * (other[i]! - b);
    aa += (one[i]! - a) ** 2;
    bb += (other[i]! - b) ** 2;
  }
  return ab / Math.sqrt(aa * bb || 1);
}

/**
 * Of sums of so many: how alike the picture that is read is to each of those in it, on average, and in how many sums the one of a thousand pictures that it is most
 * alike to is one of those in it (percent).
 */
function sumsOf(train: Examples, gradients: readonly Int32Array[], devices: number, seed: number) {
  const random = createRandom(seed, STREAMS.order);
  let [likeness, found] = [0, 0];
  for (let draw = 0; draw < DRAWS; draw++) {
    const members = new Set<number>();
    while (members.size < devices) members.add(random.int(READ));
    const sum = new Int32Array(leakNumbers('digits'));
    for (const at of members) addWords(sum, gradients[at]!, 1);
    const { pixels } = readGradient('digits', sum)!;
    let best = { at: -1, alike: -2 };
    for (let at = 0; at < READ; at++) {
      const alike = correlation(pixels, pixelsOf(train, at));
      if (members.has(at)) likeness += alike / devices;
      if (alike > best.alike) best = { at, alike };
    }
    if (members.has(best.at)) found += 1;
  }
  return { likeness: likeness / DRAWS, found: (100 * found) / DRAWS };
}

/** How alike what a device sends behind masks is to its gradient: the largest of a class. */
function maskedAlike(gradients: readonly Int32Array[]) {
  const { parts } = inClass(gradients);
  const alike = parts.map(({ words }, place) => Math.abs(correlation(words, gradients[place]!)));
  return {
    mean: round(alike.reduce((sum, one) => sum + one, 0) / alike.length, 4),
    most: round(Math.max(...alike), 4),
  };
}

function inClass(gradients: readonly Int32Array[], missing: readonly number[] = []) {
  const devices = gradients.map(newMaskKeys);
  const sum = { of: 'bench', keys: devices.map(({ open }) => open) };
  const parts: MaskedPart[] = [];
  let agreeing = 0;
  for (const [place, gradient] of gradients.entries()) {
    const from = performance.now();
    const masks = { own: devices[place]!.own, seeds: agreedSeeds(devices[place]!, place, sum) };
    const words = maskGradient(gradient, place, masks);
    agreeing = performance.now() - from;
    const revealed = revealFor(place, masks, missing);
    if (revealed) parts.push({ place, words, ...revealed });
  }
  return { parts, agreeing };
}

/** Milliseconds that a device needs to agree on masks and to mask, and the server to take them off, with a tenth missing. */
function costOf(devices: number) {
  const gradients = Array.from({ length: devices }, () => new Int32Array(leakNumbers('digits')));
  const missing = Array.from({ length: devices / 10 }, (_, at) => at * 10);
  const { parts, agreeing } = inClass(gradients, missing);
  const from = performance.now();
  unmaskSum(parts);
  return { devices, maskMs: round(agreeing), unmaskMs: round(performance.now() - from) };
}
