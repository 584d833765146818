import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as othersHaveWorked } from 'node:timers/promises';
import { applyDataRule } from '@/engine/digits/data-rule';
import { type Examples, pickExamples } from '@/engine/digits/examples';
import { unpackInParts } from '@/engine/digits/pack-format';
import { chosenExamples } from '@/engine/training/batch-order';
import { DATASETS, type DatasetId, type DatasetPart } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { ROOT } from '@/server/root';

/** Unpacked between two looks at whoever else waits: a few milliseconds. */
const AT_ONCE = 60;

const folderOf = (dataset: DatasetId) => path.join(ROOT, 'public/data', dataset);

/** A data set's licence, in full. */
export function licenceText(dataset: DatasetId): Promise<string> {
  return readFile(path.join(folderOf(dataset), 'LICENCE'), 'utf8');
}

/** The pictures of one part of a data set, as browsers are given them, one file after another. */
export async function* servedPictures(dataset: DatasetId, part: DatasetPart): AsyncGenerator<Examples> {
  for (const { file } of DATASETS[dataset].files.filter((one) => one.part === part))
    yield await unpacked(dataset, file);
}

/** The pictures that a training uses, in the order of its first epoch, as it has them. */
export async function* trainedPictures(
  experiment: Pick<Experiment, 'dataset' | 'seed' | 'examples' | 'data'>,
): AsyncGenerator<Examples> {
  const chosen = chosenExamples(experiment, DATASETS[experiment.dataset].trainBlocks);
  let start = 0;
  for await (const block of servedPictures(experiment.dataset, 'train')) {
    const end = start + block.count;
    const own = chosen.filter((index) => index >= start && index < end);
    if (own.length > 0) {
      const pictures = pickExamples(
        block,
        own.map((index) => index - start),
      );
      applyDataRule(experiment, 'train', own, pictures);
      yield pictures;
    }
    if (chosen.every((index) => index < end)) return;
    start = end;
  }
}

async function unpacked(dataset: DatasetId, file: string): Promise<Examples> {
  const packed = await readFile(path.join(folderOf(dataset), file));
  const parts = unpackInParts(packed, DATASETS[dataset], AT_ONCE);
  for (;;) {
    const part = parts.next();
    if (part.done) return part.value;
    await othersHaveWorked();
  }
}
