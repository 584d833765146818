import { setPriority } from 'node:os';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { HIDDEN_HALF } from '@/engine/digits/pack-files';
import { loadHidden, OutputsNotFinite, scoreHidden } from '@/engine/verify/evaluate';
import { refuse } from '@/protocol/refusals';
import { ROOT } from '@/server/root';
import type { Numbered, ThreadAnswer } from './thread-queue';
import type { Verified, VerifyJob } from './verifier';

// A class that goes on comes before networks that wait. Only on Linux is this the thread's own priority.
if (process.platform === 'linux') setPriority(5);

const hidden = loadHidden(path.join(ROOT, 'server/verify/data/hidden-digits.bin'));

async function evaluate({ id, experiment, weights }: Numbered<VerifyJob>): Promise<ThreadAnswer<Verified>> {
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

parentPort?.on('message', async (job: Numbered<VerifyJob>) => parentPort?.postMessage(await evaluate(job)));
