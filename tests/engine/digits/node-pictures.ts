import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DigitStore } from '@/engine/digits/digit-store';
import { breathe } from '@/engine/training/breathe';

export const SERVED = fileURLToPath(new URL('../../../public/data/digits/', import.meta.url));
export const HIDDEN = fileURLToPath(
  new URL('../../../server/verify/data/hidden-digits.bin', import.meta.url),
);
export const WASM = `${dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'))}/`;

export const readServed = async (file: string) => new Uint8Array(readFileSync(SERVED + file));

/** All served pictures, read from the disk. */
export async function allPictures(): Promise<DigitStore> {
  const store = new DigitStore(
    readServed,
    breathe,
    async () => {},
    () => {},
  );
  await store.load();
  return store;
}
