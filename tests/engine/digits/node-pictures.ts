import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PictureStore } from '@/engine/digits/picture-store';
import { breathe } from '@/engine/training/breathe';
import { DATASETS, type DatasetId } from '@/protocol/datasets';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** The folder from which browsers are given a data set. */
export const servedFolder = (dataset: DatasetId) => join(root, 'public/data', dataset);
/** The folder of all hidden pictures. */
export const HIDDEN_FOLDER = join(root, 'server/verify/data');
export const WASM = `${dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'))}/`;

/** Reads one served file of a data set. */
export const readServed = async (file: string, dataset: DatasetId = 'digits') =>
  new Uint8Array(readFileSync(join(servedFolder(dataset), file)));

/** All served pictures, read from the disk. */
export async function allPictures(dataset: DatasetId = 'digits'): Promise<PictureStore> {
  const store = new PictureStore(
    DATASETS[dataset],
    (file) => readServed(file, dataset),
    breathe,
    async () => {},
    () => {},
  );
  await store.load();
  return store;
}
