import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { examplesUsed } from '@/engine/training/schedule';
import { DATASETS } from '@/protocol/datasets';
import type { Point } from '@/protocol/run';
import { BYTE_ORDER_MARK, csvRow } from '@/server/export/csv';
import { channelsFirst } from '@/server/export/network/channels-first';
import { modelCard } from '@/server/export/network/model-card';
import { safetensors } from '@/server/export/network/safetensors';
import type { TakenNetwork } from '@/server/export/network/taken-network';
import { npyHead } from '@/server/export/npy';
import { licenceText, trainedPictures } from '@/server/export/served-pictures';
import type { ZippedFile } from '@/server/export/zip-file';
import { ROOT } from '@/server/root';
import { networkScript, SCRIPT_FILES } from './network-script';

const TRAINING_SCRIPT = 'server/export/network/pytorch/train_again.py';

/** What a training needs besides its experiment, to be done once more. */
export interface Retraining {
  /** Its curve, to be compared. */
  points: readonly Point[];
  /** The weights with which it began; null: those of its seed. */
  first: Float32Array | null;
}

/** A network with all that it takes to train it once more in PyTorch: scripts, weights, settings, the curve, the pictures with their licence. */
export async function* pytorchFiles(
  network: TakenNetwork,
  training: Retraining | null,
): AsyncGenerator<ZippedFile> {
  const { experiment } = network.run;
  const { side } = DATASETS[experiment.dataset];
  const count = examplesUsed(experiment);
  yield { name: 'README.md', content: [modelCard(network, training ? 'pytorchAgain' : 'pytorch')] };
  yield { name: 'network.py', content: [networkScript(network)] };
  yield { name: 'experiment.json', content: [`${JSON.stringify(experiment, null, 2)}\n`] };
  if (training) {
    yield { name: 'train_again.py', content: [await readFile(path.join(ROOT, TRAINING_SCRIPT))] };
    yield { name: 'curve.csv', content: curve(training.points) };
  }
  if (training?.first) {
    const first = channelsFirst({ architecture: experiment, weights: training.first });
    yield { name: SCRIPT_FILES.first, content: safetensors(first, { format: 'pt' }) };
  }
  yield { name: SCRIPT_FILES.weights, content: safetensors(channelsFirst(network), { format: 'pt' }) };
  const labels: Uint8Array[] = [];
  yield { name: SCRIPT_FILES.pictures, content: pictures() };
  yield { name: SCRIPT_FILES.labels, content: [npyHead([count]), ...labels] };
  yield { name: 'LICENCE-pictures.txt', content: [await licenceText(experiment.dataset)] };

  /** The labels are kept for their own file, which comes after. */
  async function* pictures(): AsyncGenerator<Uint8Array> {
    yield npyHead([count, side, side]);
    for await (const block of trainedPictures(experiment)) {
      labels.push(block.labels);
      yield block.pixels;
    }
  }
}

function* curve(points: readonly Point[]): Generator<string> {
  yield BYTE_ORDER_MARK + csvRow(['step', 'epoch', 'loss', 'accuracy']);
  for (const { step, epoch, loss, accuracy } of points) yield csvRow([step, epoch, loss, accuracy]);
}
