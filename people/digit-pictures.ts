import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PictureStore } from '@/engine/digits/picture-store';
import { breathe } from '@/engine/training/breathe';
import { DATASETS } from '@/protocol/datasets';
import type { Pictures } from './training-student';

const folder = fileURLToPath(new URL('../public/data/digits', import.meta.url));

/** The digits that browsers are served, read from disk. */
export async function loadPictures(): Promise<Pictures> {
  const store = new PictureStore(
    DATASETS.digits,
    (file) => readFile(path.join(folder, file)),
    breathe,
    () => Promise.reject(new Error('The packed digits cannot be read')),
    () => {},
  );
  await store.load();
  if (!store.validation) throw new Error('The packed digits have no validation part');
  return store as Pictures;
}
