import { fileURLToPath } from 'node:url';
import type { MakeNetwork } from '@/engine/network/trainable-network';
import { startOf } from '@/engine/training/start-of';
import { Training } from '@/engine/training/training';
import { nodeNetworks } from '@/engine/verify/node-networks';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { TASKS } from '@/tests/bench/training/tasks';
import { nodePlace } from '@/tests/engine/training/node-place';
import { costOver, cpuMs } from './least-cost';

const KERNELS = fileURLToPath(new URL('../../../public/wasm/kernels.wasm', import.meta.url));
/** Steps of a turn, about as long for both. */
const STEPS = { dense: 800, convolutional: 100 };
const TURNS = 4;

/**
 * A step of a student's training (points, checkpoints, validation and the doctor in it) over one of the same kernels in a bare loop that reads each loss.
 * @param change makes another training of it: a dearer one must be found
 * @throws Error where the kernels are not built
 */
export async function stepCost(
  kind: Experiment['network']['kind'],
  change: (network: MakeNetwork) => MakeNetwork = (network) => network,
): Promise<number> {
  const task = TASKS.find(
    ({ engine, experiment }) => engine === 'kernels' && experiment.network.kind === kind,
  );
  if (!task) throw new Error(`no task for a network that is ${kind}`);
  const { experiment } = task;
  const { backend, network } = await nodeNetworks(KERNELS);
  if (backend !== 'kernels') throw new Error('the kernels are not built: npm run build');
  const place = await nodePlace({ network: change(network) });
  const training = new Training(experiment, place);
  const bare = network(experiment, startOf(experiment));
  const { pixels, labels } = place.pictures.train;
  const { batchSize, examples, dataset } = experiment;
  const picture = DATASETS[dataset].pixels;
  const train = async () => {
    for await (const _ of training.run(STEPS[kind]));
  };
  const loop = async () => {
    for (let step = 0; step < STEPS[kind]; step += 1) {
      const from = (step * batchSize) % (examples - batchSize);
      bare.trainStep(
        pixels.subarray(from * picture, (from + batchSize) * picture),
        labels.subarray(from, from + batchSize),
      );
      await bare.measure();
    }
  };
  try {
    return await costOver(
      TURNS,
      () => cpuMs(train),
      () => cpuMs(loop),
    );
  } finally {
    training.dispose();
    bare.dispose();
  }
}
