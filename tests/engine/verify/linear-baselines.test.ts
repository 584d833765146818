import { expect, it } from 'vitest';
import { LINEAR_BASELINES } from '@/classroom/linear-baselines';
import { Training } from '@/engine/training/training';
import { loadHidden, scoreHidden } from '@/engine/verify/evaluate';
import { DATASET_IDS, DATASETS } from '@/protocol/datasets';
import { allPictures, HIDDEN_FOLDER } from '@/tests/engine/digits/node-pictures';
import { onKernels } from '@/tests/engine/kernels-module';
import { collect, nodePlace } from '@/tests/engine/training/node-place';

it.each(DATASET_IDS)('a linear network for comparison reaches on %s what is said of it', async (dataset) => {
  const { experiment, ...said } = LINEAR_BASELINES[dataset];
  expect(experiment.dataset).toBe(dataset);
  const training = new Training(
    experiment,
    await nodePlace({ network: onKernels, pictures: await allPictures(dataset) }),
  );
  await collect(training);
  const { weights } = await training.between((network) => network.state());
  training.dispose();
  const hidden = loadHidden(HIDDEN_FOLDER, DATASETS[dataset]);
  const { accuracyPublic, accuracyPrivate } = await scoreHidden(experiment, weights, hidden, onKernels);
  expect({
    publicAccuracy: accuracyPublic,
    privateAccuracy: accuracyPrivate,
  }).toEqual(said);
});
