import { expect, it } from 'vitest';
import { LINEAR_BASELINES } from '@/classroom/linear-baselines';
import { Training } from '@/engine/training/training';
import { drawHidden } from '@/engine/verify/draw-hidden';
import { loadHidden, loadReserve, scoreHidden } from '@/engine/verify/evaluate';
import { DATASET_IDS, DATASETS } from '@/protocol/datasets';
import { allPictures, HIDDEN_FOLDER } from '@/tests/engine/digits/node-pictures';
import { onKernels } from '@/tests/engine/kernels-module';
import { ask } from '@/tests/engine/together/class-of-networks';
import { collect, nodePlace } from '@/tests/engine/training/node-place';

/** Halves over which a mean is taken. */
const DRAWS = 10;

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
  const reserve = loadReserve(HIDDEN_FOLDER, DATASETS[dataset]);
  const { half } = DATASETS[dataset].hidden;
  let rights = 0;
  for (let seed = 1; seed <= DRAWS; seed++) {
    const { accuracy } = await ask(experiment, weights, drawHidden(reserve, DATASETS[dataset], half, seed));
    rights += Math.round(accuracy * half);
  }
  expect({
    publicAccuracy: accuracyPublic,
    privateAccuracy: accuracyPrivate,
    drawnAccuracy: rights / (DRAWS * half),
  }).toEqual(said);
});
