import { setPriority } from 'node:os';
import path from 'node:path';
import { Responder } from '@/base/line/responder';
import type { Examples } from '@/engine/digits/examples';
import { loadHidden, OutputsNotFinite, scoreHidden } from '@/engine/verify/evaluate';
import { DATASETS, type DatasetId } from '@/protocol/datasets';
import { refuse } from '@/protocol/refusals';
import { ROOT } from '@/server/root';
import { ownerPort } from '@/server/thread-port';
import type { JobFailure, JobRequests } from './thread-queue';
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

async function evaluate({ experiment, weights }: VerifyJob): Promise<Verified> {
  const started = performance.now();
  const { accuracyPublic, accuracyPrivate } = await scoreHidden(
    experiment,
    weights,
    hiddenOf(experiment.dataset),
  );
  return {
    ok: true,
    publicAccuracy: accuracyPublic,
    privateAccuracy: accuracyPrivate,
    milliseconds: performance.now() - started,
  };
}

new Responder<JobRequests<VerifyJob, Verified>, never, JobFailure>(ownerPort(), {
  refusalOf: (error) => ({
    refusal: refuse(error instanceof OutputsNotFinite ? 'weights-not-finite' : 'verifier-failed'),
    reason: String(error),
  }),
}).serve({ run: evaluate });
