import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { HIDDEN_HALF } from '@/engine/digits/pack-files';
import { loadHidden, OutputsNotFinite, scoreHidden } from '@/engine/verify/evaluate';
import type { Experiment } from '@/protocol/experiment';
import { type Refusal, refuse } from '@/protocol/refusals';
import { ROOT } from '../root';
import type { Verified } from './verifier';

/** To the thread: one network to evaluate. */
export interface VerifyJob {
  id: number;
  experiment: Experiment;
  weights: Float32Array;
}

/** From the thread. `reason` is for the log alone. */
export interface VerifyAnswer {
  id: number;
  outcome: Verified | Refusal;
  reason: string | null;
}

const hidden = loadHidden(path.join(ROOT, 'server/verify/data/hidden-digits.bin'));

async function evaluate({ id, experiment, weights }: VerifyJob): Promise<VerifyAnswer> {
  const started = performance.now();
  try {
    const { accuracyPublic, accuracyPrivate } = await scoreHidden(experiment, weights, hidden);
    const outcome: Verified = {
      ok: true,
      publicAccuracy: accuracyPublic,
      privateAccuracy: accuracyPrivate,
      pictures: HIDDEN_HALF,
      milliseconds: performance.now() - started,
    };
    return { id, outcome, reason: null };
  } catch (error) {
    const code = error instanceof OutputsNotFinite ? 'weights-not-finite' : 'verifier-failed';
    return { id, outcome: refuse(code), reason: String(error) };
  }
}

parentPort?.on('message', async (job: VerifyJob) => parentPort?.postMessage(await evaluate(job)));
