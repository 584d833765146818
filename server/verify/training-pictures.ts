import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Examples } from '@/engine/digits/examples';
import { unpackExamples } from '@/engine/digits/pack-format';
import { DATASETS, type DatasetId, type DatasetPart } from '@/protocol/datasets';
import { ROOT } from '@/server/root';

/** Training pictures that are all there, as a training takes them. */
interface WholeSet {
  readonly train: Examples;
  readonly available: number;
  until(): Promise<void>;
}

const known = new Map<DatasetId, Promise<WholeSet>>();
const knownValidation = new Map<DatasetId, Promise<Examples>>();

/** All training pictures of a data set as browsers are served them, unpacked when they are first needed. For a thread: it blocks. */
export function trainingPictures(id: DatasetId): Promise<WholeSet> {
  const set = known.get(id) ?? read(id);
  known.set(id, set);
  set.catch(() => known.delete(id));
  return set;
}

/** The validation pictures, in the same way. */
export function validationPictures(id: DatasetId): Promise<Examples> {
  const set = knownValidation.get(id) ?? readPart(id, 'validation');
  knownValidation.set(id, set);
  set.catch(() => knownValidation.delete(id));
  return set;
}

async function read(id: DatasetId): Promise<WholeSet> {
  const train = await readPart(id, 'train');
  return { train, available: train.count, until: async () => {} };
}

async function readPart(id: DatasetId, part: DatasetPart): Promise<Examples> {
  const { files, trainExamples, validationExamples, pixels } = DATASETS[id];
  const count = part === 'train' ? trainExamples : validationExamples;
  const all = { count, pixels: new Uint8Array(count * pixels), labels: new Uint8Array(count) };
  let at = 0;
  for (const { file } of files.filter((one) => one.part === part)) {
    const block = unpackExamples(await readFile(path.join(ROOT, 'public/data', id, file)), DATASETS[id]);
    all.pixels.set(block.pixels, at * pixels);
    all.labels.set(block.labels, at);
    at += block.count;
  }
  if (at !== count) throw new Error(`${at} ${part} pictures, not ${count}`);
  return all;
}
