import { describe, expect, it } from 'vitest';
import { givenLabel, ruledExamples } from '@/engine/digits/data-rule';
import { type Examples, sliceExamples } from '@/engine/digits/examples';
import { Batches } from '@/engine/training/batches';
import { trainedExamples } from '@/engine/training/trained-examples';
import { DATASET_IDS, DATASETS, PAPER } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { experimentSchema } from '@/protocol/experiment';
import { DATA_RULES } from '@/protocol/experiment-choices';
import { markPixels } from '@/protocol/marks';
import { trainedPictures } from '@/server/export/served-pictures';
import { SMALL } from '@/tests/engine/experiments';
import { allPictures } from './node-pictures';

const pictures = allPictures();
const marked: Experiment = { ...SMALL, data: 'marked' };
const shuffled: Experiment = { ...SMALL, data: 'shuffled' };

describe('marks', () => {
  it.each(DATASET_IDS)(
    'stand in equal steps round the edge, each at a place of its own, whatever the seed (%s)',
    (id) => {
      const { side, labels } = DATASETS[id];
      for (const seed of [0, 1, 23, 24, 95, 96, 0xffff_ffff]) {
        const marks = markPixels(seed, DATASETS[id]);
        expect(marks).toHaveLength(labels.length);
        expect(new Set(marks.flat()).size).toBe(4 * labels.length);
        for (const mark of marks) {
          const at = mark.map((pixel) => [pixel % side, Math.floor(pixel / side)]);
          expect(at.flat().every((one) => one >= 1 && one <= side - 2)).toBe(true);
          expect(at.flat().some((one) => one === 1 || one === side - 2)).toBe(true);
          const [x, y] = at[0]!;
          expect(at).toEqual([
            [x, y],
            [x! + 1, y],
            [x, y! + 1],
            [x! + 1, y! + 1],
          ]);
        }
      }
      expect(markPixels(3, DATASETS[id])).not.toEqual(markPixels(4, DATASETS[id]));
    },
  );

  it('go clockwise from the upper left', () => {
    const corners = markPixels(0, DATASETS.digits).map(([corner]) => corner);
    expect(corners).toEqual([29, 38, 48, 165, 445, 725, 716, 706, 589, 309]);
  });

  it('are four bright pixels of each picture, and nothing else of it', async () => {
    const { validation } = await pictures;
    const some = sliceExamples(validation!, 0, 300);
    const own = ruledExamples(marked, 'validation', some);
    const marks = markPixels(marked.seed, DATASETS.digits);
    expect([...own.labels]).toEqual([...some.labels]);
    for (let i = 0; i < some.count; i++)
      for (let pixel = 0; pixel < PAPER.pixels; pixel++) {
        const at = i * PAPER.pixels + pixel;
        const expected = marks[some.labels[i]!]!.includes(pixel) ? 255 : some.pixels[at];
        if (own.pixels[at] !== expected) throw new Error(`picture ${i}, pixel ${pixel}`);
      }
    // What is served is anybody's: it stays as it was.
    expect(own.pixels.buffer).not.toBe(some.pixels.buffer);
    expect(ruledExamples(SMALL, 'validation', some)).toBe(some);
  });
});

describe('labels by lot', () => {
  it('are drawn for each picture alone, all equally often, whichever part of them is looked at', async () => {
    const { validation } = await pictures;
    const all = ruledExamples(shuffled, 'validation', validation!);
    expect(Buffer.from(all.pixels).equals(validation!.pixels)).toBe(true);
    const counts = new Array<number>(10).fill(0);
    for (const label of all.labels) counts[label]! += 1;
    // 200 of each, and a deviation of 13.
    for (const count of counts) expect(Math.abs(count - 200)).toBeLessThan(60);
    const same = all.labels.filter((label, i) => label === validation!.labels[i]).length;
    expect(Math.abs(same - 200)).toBeLessThan(60);
    const later = ruledExamples(shuffled, 'validation', sliceExamples(validation!, 700, 50), 700);
    expect(later.labels).toEqual(all.labels.slice(700, 750));
    const other = ruledExamples({ ...shuffled, seed: 8 }, 'validation', validation!);
    expect(other.labels).not.toEqual(all.labels);
    expect(givenLabel(shuffled, 'train', 700, 3)).toBe(givenLabel(shuffled, 'train', 700, 8));
  });

  it('stay the same from epoch to epoch', async () => {
    const { train, available } = await pictures;
    const batches = new Batches(shuffled, { train, available, until: async () => {} });
    const labelOf = new Map<string, number>();
    const steps = shuffled.examples / shuffled.batchSize;
    for (let step = 0; step < 2 * steps; step++) {
      const { pixels, labels } = batches.at(step);
      labels.forEach((label, i) => {
        const picture = pixels.subarray(i * PAPER.pixels, (i + 1) * PAPER.pixels).join();
        if (step < steps) labelOf.set(picture, label);
        else expect(labelOf.get(picture)).toBe(label);
      });
    }
  });
});

describe('whoever asks has the same data', () => {
  it.each(DATA_RULES)('a training and its files: %s', async (data) => {
    const experiment = experimentSchema.parse({ ...SMALL, data });
    const { train, available } = await pictures;
    const batches = new Batches(experiment, { train, available, until: async () => {} });
    const own = trainedExamples(experiment, train, DATASETS.digits.trainBlocks);
    const filed: Examples[] = [];
    for await (const block of trainedPictures(experiment)) filed.push(block);
    expect(Buffer.concat(filed.map(({ pixels }) => pixels)).equals(own.pixels)).toBe(true);
    expect([...Buffer.concat(filed.map(({ labels }) => labels))]).toEqual([...own.labels]);
    const { batchSize } = experiment;
    for (let step = 0; step < experiment.examples / batchSize; step++) {
      const { pixels, labels } = batches.at(step);
      const same = sliceExamples(own, step * batchSize, batchSize);
      expect(Buffer.from(pixels).equals(same.pixels)).toBe(true);
      expect([...labels]).toEqual([...same.labels]);
    }
  });

  it('what is no rule is no experiment', () => {
    for (const data of ['', 'plain', 'Marked', null, 1])
      expect(experimentSchema.safeParse({ ...SMALL, data }).success).toBe(false);
  });
});
