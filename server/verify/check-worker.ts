import { setPriority } from 'node:os';
import { Responder } from '@/base/line/responder';
import { findChallenge } from '@/engine/challenges/registry';
import { type Refusal, refuse } from '@/protocol/refusals';
import { ownerPort } from '@/server/thread-port';
import type { Checked, CheckJob } from './challenge-checker';
import { checkByPictures } from './check-by-pictures';
import { ResultMemory } from './result-memory';
import type { JobFailure, JobRequests } from './thread-queue';

/** The thread that checks answers to challenges: some train a network for it, some run one on a thousand pictures. */

// On one core, a class that goes on comes before answers that wait. Only on Linux is this the thread's own priority; elsewhere it would be the process's.
if (process.platform === 'linux') setPriority(5);

const memory = new ResultMemory<Checked | Refusal>();

async function check(job: CheckJob): Promise<Checked | Refusal> {
  if (job.by === 'pictures') return checkByPictures(job);
  const { challenge, seed, hiddenSeed, answer } = job;
  const found = await findChallenge(challenge);
  if (found === null) return refuse('no-challenge');
  return memory.of([challenge, seed, hiddenSeed, answer], () => {
    const result = found.check(seed, answer, hiddenSeed);
    return result === null ? refuse('bad-request') : { ok: true, result, parts: found.parts(seed).length };
  });
}

new Responder<JobRequests<CheckJob, Checked>, never, JobFailure>(ownerPort(), {
  refusalOf: (error) => ({ refusal: refuse('verifier-failed'), reason: String(error) }),
}).serve({ run: check });
