import { randomId } from '@/client/live/random-id';
import { type Answer, refuse } from '@/protocol/refusals';
import type { SubmissionScored } from '@/protocol/submission';
import type { Bench } from './bench';
import type { ClassLink, ClassPlace } from './class-link';
import type { HandedInStorage } from './handed-in-storage';
import { type SubmissionPlace, submitWeights } from './submit-weights';
import type { Trainer } from './trainer';

/** Milliseconds to wait for acknowledgements before a submission: more than the longest wait for a new connection. */
const ACKNOWLEDGED_MS = 8_000;

/**
 * Hands the current run in for the challenge, as it stands: a training that runs goes on. The server must know the
 * run before it takes weights for it, so what is recorded is sent first.
 */
export async function handIn(
  bench: Bench,
  trainer: Trainer,
  place: ClassPlace | null,
  link: ClassLink | null,
  waiting: { kept: HandedInStorage; heard: (place: SubmissionPlace) => void },
  submit = submitWeights,
): Promise<Answer<SubmissionScored>> {
  const { run } = bench;
  if (!place || !link) return refuse('not-attached');
  if (place.session.snapshot().view?.class.phase === 'ended') return refuse('class-ended');
  if (!run || run.state === 'ready') return refuse('unknown-run');
  // What makes the network did not come: as little would the weights go.
  if (!run.begun) return refuse('not-attached');
  if (run.taken) return refuse('run-stale');
  const { step, weights } = await trainer.weights();
  await bench.flush();
  await link.sender.acknowledged(run.id, ACKNOWLEDGED_MS);
  const { session, student } = place;
  const id = randomId();
  waiting.kept.save({ id, runId: run.id });
  const answer = await submit({
    code: session.code,
    runId: run.id,
    credentials: student.credentials,
    weights,
    ...(run.isRepeatable && { trainedTo: step }),
    updates: step,
    id,
    heard: waiting.heard,
  });
  // What nobody answered may have arrived all the same: the next page asks.
  if (answer.ok || answer.code !== 'not-attached') waiting.kept.clear();
  return answer;
}
