import { pickExamples } from '@/engine/digits/examples';
import { DATASETS, type DatasetId } from '@/protocol/datasets';
import { servedPictures } from '@/server/export/served-pictures';

const known = new Map<DatasetId, Promise<Uint8Array[]>>();

/** Pictures to try a network on without drawing: of each label, in their order, the first that none is trained with. Unpacked once. */
export function samplePictures(dataset: DatasetId): Promise<Uint8Array[]> {
  const samples = known.get(dataset) ?? chosen(dataset);
  known.set(dataset, samples);
  samples.catch(() => known.delete(dataset));
  return samples;
}

async function chosen(dataset: DatasetId): Promise<Uint8Array[]> {
  const found = new Map<number, Uint8Array>();
  for await (const pictures of servedPictures(dataset, 'validation'))
    pictures.labels.forEach((label, index) => {
      if (!found.has(label)) found.set(label, pickExamples(pictures, [index]).pixels);
    });
  return DATASETS[dataset].labels.flatMap((_, label) => found.get(label) ?? []);
}
