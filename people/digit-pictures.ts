import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PictureStore } from '@/engine/digits/picture-store';
import { breathe } from '@/engine/training/breathe';
import { DATASETS, type DatasetId } from '@/protocol/datasets';
import type { Pictures } from './training-student';

const folder = fileURLToPath(new URL('../public/data', import.meta.url));

/** The pictures of a data set that browsers are served, read from disk. */
export async function loadPictures(dataset: DatasetId = 'digits'): Promise<Pictures> {
  const store = new PictureStore(
    DATASETS[dataset],
    (file) => readFile(path.join(folder, dataset, file)),
    breathe,
    () => Promise.reject(new Error(`The packed ${dataset} cannot be read`)),
    () => {},
  );
  await store.load();
  if (!store.validation) throw new Error(`The packed ${dataset} have no validation part`);
  return store as Pictures;
}
