import { setPriority } from 'node:os';
import path from 'node:path';
import { Responder } from '@/base/line/responder';
import { type Examples, joinExamples, sliceExamples } from '@/engine/digits/examples';
import { type ClaimedRun, type Reproduction, reproduce } from '@/engine/runs/reproduce';
import { drawHidden } from '@/engine/verify/draw-hidden';
import { loadHidden, loadReserve, OutputsNotFinite, scoreHidden } from '@/engine/verify/evaluate';
import { type NodeNetworks, nodeNetworks } from '@/engine/verify/node-networks';
import { DATASETS, type Dataset, type DatasetId } from '@/protocol/datasets';
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
const packed = new Map<DatasetId, Examples>();
/** With halves that were drawn, by data set and seed: those of the classes that handed in last. */
const drawn = new Map<string, Examples>();
/** Some three megabytes each. */
const MOST_DRAWN = 4;

function packedOf(dataset: DatasetId): Examples {
  const known = packed.get(dataset) ?? loadHidden(FOLDER, DATASETS[dataset]);
  packed.set(dataset, known);
  return known;
}

/** The public half that is packed, and the private half of one class. */
function drawnOf(dataset: DatasetId, seed: number): Examples {
  const key = `${dataset} ${seed}`;
  const known = drawn.get(key) ?? draw(DATASETS[dataset], packedOf(dataset), seed);
  drawn.delete(key);
  drawn.set(key, known);
  if (drawn.size > MOST_DRAWN) drawn.delete(drawn.keys().next().value!);
  return known;
}

function draw(dataset: Dataset, all: Examples, seed: number): Examples {
  const { half } = dataset.hidden;
  const own = drawHidden(loadReserve(FOLDER, dataset), dataset, half, seed);
  return joinExamples([sliceExamples(all, 0, half), own]);
}

/** Milliseconds that training one run again may take: less than what a job has. */
const REPRODUCING_MS = 12_000;

async function evaluate({ experiment, weights, ownHalf, trainedTo }: VerifyJob): Promise<Verified> {
  const started = performance.now();
  const networks = await nodeNetworks(KERNELS);
  const { network } = networks;
  const { accuracyPublic, accuracyPrivate, right } = await scoreHidden(
    experiment,
    weights,
    ownHalf === undefined ? packedOf(experiment.dataset) : drawnOf(experiment.dataset, ownHalf),
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
