import type { IncomingMessage } from 'node:http';
import { refuseSubmission } from '@/classroom/scoring';
import type { VerifiedScore } from '@/classroom/state';
import { readWeights, weightBytes } from '@/engine/verify/check-weights';
import { LIMITS } from '@/protocol/limits';
import { type Answer, type Refusal, refuse } from '@/protocol/refusals';
import { type SubmissionScored, submissionRequestSchema } from '@/protocol/submission';
import { newId } from '../live/credentials';
import type { EventParts } from '../live/event';
import type { LiveClass } from '../live/live-class';
import type { KnownRun } from '../live/run-ledger';
import { readBody } from './read-body';
import { studentOf } from './student-of';

/** `POST /api/classes/CODE/submissions?run=RUN`: see protocol/submission. */
export async function postSubmission(
  parts: EventParts,
  request: IncomingMessage,
  code: string,
  runId: string | null,
): Promise<Answer<SubmissionScored>> {
  const wanted = submissionRequestSchema.safeParse({ code, runId });
  if (!wanted.success) return refuse('bad-request');
  const known = await studentOf(parts, request, wanted.data.code);
  if (!known.ok) return known;
  const { live, student } = known;
  const run = live.runs.own(student.id, wanted.data.runId);
  if (!run) return refuse('unknown-run');
  const pending = live.evaluating.get(student.id) ?? 0;
  const submittedAt = parts.clock();
  const refusal = refuseSubmission(live.state(), student.id, pending, submittedAt);
  if (refusal) return refusal;
  // Before anything of the body is read: a class that submits in one moment would be a gigabyte.
  if (parts.classes.evaluating() >= LIMITS.submissionsUnderWay) return refuse('verifier-busy');
  live.evaluating.set(student.id, pending + 1);
  try {
    return await score(parts, request, live, run, submittedAt);
  } finally {
    const left = (live.evaluating.get(student.id) ?? 1) - 1;
    if (left > 0) live.evaluating.set(student.id, left);
    else live.evaluating.delete(student.id);
  }
}

/** Checks, evaluates, keeps and records weights for the run's *stored* experiment: an upload says nothing about itself. */
async function score(
  parts: EventParts,
  request: IncomingMessage,
  live: LiveClass,
  run: KnownRun,
  submittedAt: number,
): Promise<Answer<SubmissionScored>> {
  const { experiment, studentId, id: runId } = run.summary;
  if (weightBytes(experiment.network) > LIMITS.uploadBytes) return refuse('upload-too-large');
  const body = await readBody(request, LIMITS.uploadBytes);
  if (body === 'too-large') return refuse('upload-too-large');
  if (body === 'broken') return refuse('bad-request');
  const weights = readWeights(experiment.network, body);
  if (typeof weights === 'string')
    return refuse(weights === 'wrong-length' ? 'weights-wrong-length' : 'weights-not-finite');

  const verified = await parts.verifier.evaluate({ experiment, weights });
  if (!verified.ok) return verified;
  await parts.store.saveWeights(runId, body, parts.clock());
  const best = live
    .state()
    .scores.every((other) => other.studentId !== studentId || other.publicAccuracy < verified.publicAccuracy);
  const { publicAccuracy, privateAccuracy } = verified;
  const entry: VerifiedScore = {
    id: newId(),
    studentId,
    runId,
    experiment,
    publicAccuracy,
    privateAccuracy,
    submittedAt,
  };
  const recorded = await live.ask({ type: 'score:record', score: entry }, { kind: 'server' });
  if (!recorded.ok) return recorded satisfies Refusal;
  return {
    ok: true,
    submissionId: entry.id,
    runId,
    accuracy: publicAccuracy,
    pictures: verified.pictures,
    milliseconds: verified.milliseconds,
    best,
  };
}
