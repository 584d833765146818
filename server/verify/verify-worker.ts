import { setPriority } from 'node:os';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { Examples } from '@/engine/digits/examples';
import { loadHidden, OutputsNotFinite, scoreHidden } from '@/engine/verify/evaluate';
import { DATASETS, type DatasetId } from '@/protocol/datasets';
import { refuse } from '@/protocol/refusals';
import { ROOT } from '@/server/root';
import type { Numbered, ThreadAnswer } from './thread-queue';
import type { Verified, VerifyJob } from './verifier';

// A class that goes on comes before networks that wait. Only on Linux is this the thread's own priority.
if (process.platform === 'linux') setPriority(5);

const FOLDER = path.join(ROOT, 'server/verify/data');
/** Read when the first network of its data set is handed in. */
const hidden = new Map<DatasetId, Examples>();

function hiddenOf(dataset: DatasetId): Examples {
  const known = hidden.get(dataset) ?? loadHidden(FOLDER, DATASETS[dataset]);
  hidden.set(dataset, known);
  return known;
}

async function evaluate({ id, experiment, weights }: Numbered<VerifyJob>): Promise<ThreadAnswer<Verified>> {
  const started = performance.now();
  try {
    const { accuracyPublic, accuracyPrivate } = await scoreHidden(
      experiment,
      weights,
      hiddenOf(experiment.dataset),
    );
    const outcome: Verified = {
      ok: true,
      publicAccuracy: accuracyPublic,
      privateAccuracy: accuracyPrivate,
      milliseconds: performance.now() - started,
    };
    return { id, outcome, reason: null };
  } catch (error) {
    const code = error instanceof OutputsNotFinite ? 'weights-not-finite' : 'verifier-failed';
    return { id, outcome: refuse(code), reason: String(error) };
  }
}

parentPort?.on('message', async (job: Numbered<VerifyJob>) => parentPort?.postMessage(await evaluate(job)));
