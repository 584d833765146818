import { setPriority } from 'node:os';
import path from 'node:path';
import { Responder } from '@/base/line/responder';
import { type Examples, sliceExamples } from '@/engine/digits/examples';
import { probedNetwork } from '@/engine/runs/probed-network';
import { averagesOf } from '@/engine/together/averages';
import { countVotes } from '@/engine/together/count-votes';
import { combineRound, judgeLabels } from '@/engine/together/judge-rounds';
import { mergeNetworks } from '@/engine/together/merge-networks';
import { unmaskSum } from '@/engine/together/pairwise-masks';
import { castBallot, untrained } from '@/engine/verify/cast-ballot';
import { loadHidden } from '@/engine/verify/evaluate';
import { nodeNetworks } from '@/engine/verify/node-networks';
import { DATASETS, type DatasetId } from '@/protocol/datasets';
import { NETWORKS_SHOWN, UNITS_SHOWN } from '@/protocol/merge';
import { refuse } from '@/protocol/refusals';
import { ROOT } from '@/server/root';
import { ownerPort } from '@/server/thread-port';
import type { EnsembleAnswer, EnsembleJob } from './ensemble-counter';
import type { JobFailure, JobRequests } from './thread-queue';
import { trainingPictures, validationPictures } from './training-pictures';

/** The thread in which the networks of a class vote. It sees the public half of the hidden pictures alone. */

// A class that goes on comes before its networks' vote. Only on Linux is this the thread's own priority.
if (process.platform === 'linux') setPriority(5);

const FOLDER = path.join(ROOT, 'server/verify/data');
const KERNELS = path.join(ROOT, 'public/wasm/kernels.wasm');
const shown = new Map<DatasetId, Examples>();

function publicHalf(id: DatasetId): Examples {
  const known = shown.get(id) ?? sliceExamples(loadHidden(FOLDER, DATASETS[id]), 0, DATASETS[id].hidden.half);
  shown.set(id, known);
  return known;
}

/** Pictures of which nobody says here what they show. */
function unlabelled(pixels: Uint8Array, size: number): Examples {
  const count = pixels.length / size;
  return { count, pixels, labels: new Uint8Array(count) };
}

async function run(job: EnsembleJob): Promise<EnsembleAnswer> {
  if (job.ask === 'count') {
    const { labels } = publicHalf(job.dataset);
    const classes = DATASETS[job.dataset].labels.length;
    return { ok: true, counted: countVotes(job.ballots, labels, classes, job.seed) };
  }
  if (job.ask === 'unmask') return { ok: true, sum: unmaskSum(job.parts) };
  const { network } = await nodeNetworks(KERNELS);
  const { experiment } = job;
  if (job.ask === 'ballot') {
    const { weights, drawings } = job;
    const shown = drawings
      ? unlabelled(drawings, DATASETS[experiment.dataset].pixels)
      : publicHalf(experiment.dataset);
    return { ok: true, ballot: await castBallot(experiment, weights, shown, network) };
  }
  const pictures = publicHalf(experiment.dataset);
  if (job.ask === 'probe') {
    const { train } = await trainingPictures(experiment.dataset);
    const validation = await validationPictures(experiment.dataset);
    const all = { train, validation, asked: pictures };
    return { ok: true, probed: await probedNetwork(experiment, job.weights, all, network) };
  }
  if (job.ask === 'merge')
    return {
      ok: true,
      merged: await mergeNetworks(untrained(experiment), job.networks, pictures, network, {
        ...{ networks: NETWORKS_SHOWN, units: UNITS_SHOWN },
      }),
    };
  if (job.ask === 'judge') {
    const judged = [];
    for (const weights of job.networks)
      judged.push(await judgeLabels(untrained(experiment), weights, { pictures, network }));
    return { ok: true, judged };
  }
  if (job.ask === 'round') {
    const judges = { pictures, network };
    return {
      ok: true,
      combined: await combineRound(untrained(experiment), job.networks, job.rule, judges),
    };
  }
  const { averaged, aligned } = await averagesOf(untrained(experiment), job.networks, pictures, network);
  return { ok: true, averaged: { plain: averaged, aligned } };
}

new Responder<JobRequests<EnsembleJob, EnsembleAnswer>, never, JobFailure>(ownerPort(), {
  refusalOf: (error) => ({ refusal: refuse('verifier-failed'), reason: String(error) }),
}).serve({ run });
