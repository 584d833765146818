import { createRandom, STREAMS } from '@/engine/random';
import { DATASETS, type DatasetPart } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { markPixels } from '@/protocol/marks';
import type { Examples } from './examples';

/** What of an experiment decides what was done to its pictures. */
export type RuledData = Pick<Experiment, 'dataset' | 'data' | 'seed'>;

/** Of a mark: as bright as ink can be. */
const INK = 255;

/**
 * The label that an experiment gives a picture: its own, or one drawn by lot (uniformly, the own one among them). Depends on seed and number alone, so that a picture has
 * the same label in each epoch and on each device, whatever has come of the files.
 * @param number of the picture in its part of the data set
 */
export function givenLabel(of: RuledData, part: DatasetPart, number: number, label: number): number {
  if (of.data !== 'shuffled') return label;
  const random = createRandom(of.seed, STREAMS.labels, part === 'train' ? 0 : 1, number);
  return random.int(DATASETS[of.dataset].labels.length);
}

/** Does to pictures and labels, in place, what the experiment's rule says. @param numbers of the pictures in their part of the data set */
export function applyDataRule(
  of: RuledData,
  part: DatasetPart,
  numbers: ArrayLike<number>,
  { pixels, labels }: Pick<Examples, 'pixels' | 'labels'>,
): void {
  if (of.data === 'marked') markPictures(of, pixels, labels);
  if (of.data === 'shuffled')
    for (let i = 0; i < labels.length; i++) labels[i] = givenLabel(of, part, numbers[i]!, labels[i]!);
}

/** Puts in each picture, in place, the bright mark that names a label. @param labels one a picture: which @param size pixels along a side of a mark */
export function markPictures(
  { dataset, seed }: Pick<RuledData, 'dataset' | 'seed'>,
  pixels: Uint8Array,
  labels: ArrayLike<number>,
  size?: number,
): void {
  const set = DATASETS[dataset];
  const marks = markPixels(seed, set, size);
  for (let i = 0; i < labels.length; i++)
    for (const pixel of marks[labels[i]!]!) pixels[i * set.pixels + pixel] = INK;
}

/** Pictures of a part, from a number on, as an experiment has them: copied where its rule changes them. */
export function ruledExamples(of: RuledData, part: DatasetPart, examples: Examples, first = 0): Examples {
  if (of.data === undefined) return examples;
  const { count } = examples;
  const own = { count, pixels: examples.pixels.slice(), labels: examples.labels.slice() };
  applyDataRule(
    of,
    part,
    Uint32Array.from({ length: count }, (_, i) => first + i),
    own,
  );
  return own;
}
