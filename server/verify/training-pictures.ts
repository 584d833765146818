import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Examples } from '@/engine/digits/examples';
import { unpackExamples } from '@/engine/digits/pack-format';
import { DATASETS, type DatasetId } from '@/protocol/datasets';
import { ROOT } from '@/server/root';

/** Training pictures that are all there, as a training takes them. */
interface WholeSet {
  readonly train: Examples;
  readonly available: number;
  until(): Promise<void>;
}

const known = new Map<DatasetId, Promise<WholeSet>>();

/** All training pictures of a data set as browsers are served them, unpacked when they are first needed. For a thread: it blocks. */
export function trainingPictures(id: DatasetId): Promise<WholeSet> {
  const set = known.get(id) ?? read(id);
  known.set(id, set);
  set.catch(() => known.delete(id));
  return set;
}

async function read(id: DatasetId): Promise<WholeSet> {
  const { files, trainExamples, pixels } = DATASETS[id];
  const train = {
    count: trainExamples,
    pixels: new Uint8Array(trainExamples * pixels),
    labels: new Uint8Array(trainExamples),
  };
  let at = 0;
  for (const { file } of files.filter(({ part }) => part === 'train')) {
    const block = unpackExamples(await readFile(path.join(ROOT, 'public/data', id, file)), DATASETS[id]);
    train.pixels.set(block.pixels, at * pixels);
    train.labels.set(block.labels, at);
    at += block.count;
  }
  if (at !== trainExamples) throw new Error(`${at} training pictures, not ${trainExamples}`);
  return { train, available: trainExamples, until: async () => {} };
}
