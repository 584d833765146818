import { setPriority } from 'node:os';
import path from 'node:path';
import { Responder } from '@/base/line/responder';
import type { Examples } from '@/engine/digits/examples';
import { type ClaimedRun, type Reproduction, reproduce } from '@/engine/runs/reproduce';
import { loadHidden, OutputsNotFinite, scoreHidden } from '@/engine/verify/evaluate';
import { type NodeNetworks, nodeNetworks } from '@/engine/verify/node-networks';
import { DATASETS, type DatasetId } from '@/protocol/datasets';
import { refuse } from '@/protocol/refusals';
import { ROOT } from '@/server/root';
import { ownerPort } from '@/server/thread-port';
import type { JobFailure, JobRequests } from './thread-queue';
import { trainingPictures } from './training-pictures';
import type { Verified, VerifyJob } from './verifier';

// A class that goes on comes before networks that wait. Only on Linux is this the thread's own priority.
if (process.platform === 'linux') setPriority(5);

const FOLDER = path.join(ROOT, 'server/verify/data');
const KERNELS = path.join(ROOT, 'public/wasm/kernels.wasm');
/** Read when the first network of its data set is handed in. */
const hidden = new Map<DatasetId, Examples>();

function hiddenOf(dataset: DatasetId): Examples {
  const known = hidden.get(dataset) ?? loadHidden(FOLDER, DATASETS[dataset]);
  hidden.set(dataset, known);
  return known;
}

/** Milliseconds that training one run again may take: less than what a job has. */
const REPRODUCING_MS = 12_000;

async function evaluate({ experiment, weights, trainedTo }: VerifyJob): Promise<Verified> {
  const started = performance.now();
  const networks = await nodeNetworks(KERNELS);
  const { network } = networks;
  const { accuracyPublic, accuracyPrivate, right } = await scoreHidden(
    experiment,
    weights,
    hiddenOf(experiment.dataset),
    network,
  );
  return {
    ok: true,
    publicAccuracy: accuracyPublic,
    privateAccuracy: accuracyPrivate,
    right,
    milliseconds: performance.now() - started,
    ...(trainedTo !== undefined &&
      networks.backend === 'kernels' && {
        reproduction: await reproduced({ experiment, weights, step: trainedTo }, networks),
      }),
  };
}

async function reproduced(run: ClaimedRun, { network }: NodeNetworks): Promise<Reproduction> {
  return reproduce(run, await trainingPictures(run.experiment.dataset), network, REPRODUCING_MS);
}

new Responder<JobRequests<VerifyJob, Verified>, never, JobFailure>(ownerPort(), {
  refusalOf: (error) => ({
    refusal: refuse(error instanceof OutputsNotFinite ? 'weights-not-finite' : 'verifier-failed'),
    reason: String(error),
  }),
}).serve({ run: evaluate });
