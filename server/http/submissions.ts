import type { IncomingMessage } from 'node:http';
import { refuseSubmission } from '@/classroom/scoring';
import type { Student } from '@/classroom/state';
import { hasExactLength, readWeights, weightBytes } from '@/engine/verify/check-weights';
import { scoringOperations } from '@/engine/verify/cost';
import { LIMITS } from '@/protocol/limits';
import { refuseByRules, spentOf } from '@/protocol/race-spent';
import { type Answer, type RefusalCode, refuse } from '@/protocol/refusals';
import { idSchema, type PictureRun } from '@/protocol/run';
import { trainsPictures } from '@/protocol/run-kind';
import { SUBMISSION_KEY_HEADER, type SubmissionStatus, type TrainingClaim } from '@/protocol/submission';
import { submissionRequestSchema, submissionStatusSchema } from '@/protocol/submission-schema';
import { newId } from '@/server/live/credentials';
import type { EventParts } from '@/server/live/event';
import type { LiveClass } from '@/server/live/live-class';
import type { HandedInWeights } from '@/server/verify/spool';
import { FAULT_CODES, UPLOAD_CODES } from '@/server/verify/submission-line';
import { studentRoute } from './route';

/** How long a sender waits for the score who does not say: most are there by then. */
const USUAL_WAIT_MS = 8_000;
const LONGEST_WAIT_MS = 20_000;

const PATH = '/api/classes/:code/submissions';

/** See protocol/submission. */
export const handInRoute = studentRoute({
  method: 'POST',
  path: PATH,
  params: submissionRequestSchema,
  fault: 'bad-request',
  handle: ({ parts, request, live, student }, { run, step, updates }) =>
    handIn(parts, request, live, student, run, {
      ...(step !== undefined && { trainedTo: step }),
      ...(updates !== undefined && { updates }),
    }),
});

/** What became of it, at any time later. */
export const submissionRoute = studentRoute({
  method: 'GET',
  path: PATH,
  params: submissionStatusSchema,
  fault: 'bad-request',
  handle: ({ parts, live, student }, { id }) => parts.line.tell(live, student.id, id),
});

async function handIn(
  parts: EventParts,
  request: IncomingMessage,
  live: LiveClass,
  student: Student,
  runId: string,
  { trainedTo, updates }: TrainingClaim,
): Promise<Answer<SubmissionStatus>> {
  const key = idSchema.safeParse(request.headers[SUBMISSION_KEY_HEADER.toLowerCase()] ?? newId());
  if (!key.success) return refuse('bad-request');
  const id = key.data;
  const before = await parts.line.tell(live, student.id, id);
  if (before.ok || before.code !== 'submission-lost')
    return waitForIt(parts, live, student.id, id, waitOf(request));
  // An id is its student's own: nobody writes over what another has handed in.
  if (parts.line.knows(id)) return refuse('bad-request');
  const known = live.runs.own(student.id, runId);
  // Of a network on points nothing is scored: its lesson has a challenge of its own.
  const run = known && trainsPictures(known.summary) ? known.summary : null;
  if (!run) return refuse('unknown-run');
  const pending = live.evaluating.get(student.id) ?? 0;
  const submittedAt = live.now();
  const refusal = refuseSubmission(
    live.state(),
    student.id,
    pending,
    submittedAt,
    parts.line.failuresOf(student.id),
  );
  if (refusal) return refusal;
  const { experiment } = run;
  const said = [trainedTo ?? updates, known?.lastStep].filter((steps) => typeof steps === 'number');
  // Of what page and points say, the most.
  const had = said.length === 0 ? {} : { updates: Math.max(...said) };
  const { race } = live.state();
  const forbidden = refuseByRules(race, spentOf({ experiment, ...had }), run.continues === undefined);
  if (forbidden) return refuse(forbidden);
  // By the stored experiment, before anything of the body is read.
  if (weightBytes(experiment) > LIMITS.uploadBytes) return refuse('upload-too-large');
  if (scoringOperations(experiment) > LIMITS.operationsPerSubmission) return refuse('network-too-costly');
  if (!parts.faultyUploads.hasToken(student.id, parts.steady())) return refuse('rate-limited');
  if (!parts.line.hasRoom(live.id, weightBytes(experiment))) return refuse('verifier-busy');

  // One upload at a time: a second one finds the first.
  live.evaluating.set(student.id, pending + 1);
  try {
    const fault = await take(parts, request, live, run, {
      id,
      submittedAt,
      ...had,
      ...(trainedTo !== undefined && { trainedTo }),
    });
    if (fault) {
      parts.faultyUploads.allow(student.id, parts.steady());
      return refuse(fault);
    }
  } finally {
    const left = (live.evaluating.get(student.id) ?? 1) - 1;
    if (left > 0) live.evaluating.set(student.id, left);
    else live.evaluating.delete(student.id);
  }
  return waitForIt(parts, live, student.id, id, waitOf(request));
}

/** Writes the upload down, looks whether it can be this run's network, and puts it in the line. Null: done. */
async function take(
  parts: EventParts,
  request: IncomingMessage,
  live: LiveClass,
  run: Pick<PictureRun, 'id' | 'studentId' | 'experiment'>,
  about: Pick<HandedInWeights, 'id' | 'submittedAt' | 'trainedTo' | 'updates'>,
): Promise<RefusalCode | null> {
  const { id } = about;
  const { experiment, studentId, id: runId } = run;
  const announced = request.headers['content-length'];
  if (announced !== undefined) {
    if (Number(announced) > LIMITS.uploadBytes) return 'upload-too-large';
    if (!hasExactLength(experiment, Number(announced))) return 'weights-wrong-length';
  }
  const { spool, line } = parts;
  const fault = await spool.receive(id, request, LIMITS.uploadBytes);
  if (fault !== null) return UPLOAD_CODES[fault];
  const body = await spool.read(id);
  const weights = body && readWeights(experiment, body);
  if (weights === null || typeof weights === 'string') {
    await spool.drop(id);
    return weights === null ? 'internal' : FAULT_CODES[weights];
  }
  const handedIn = { ...about, classId: live.id, studentId, runId, experiment };
  await spool.keep(handedIn);
  void line.enter(live, handedIn);
  return null;
}

/** The outcome, or after a while the place in the line. */
async function waitForIt(
  { line }: EventParts,
  live: LiveClass,
  studentId: string,
  id: string,
  milliseconds: number,
): Promise<Answer<SubmissionStatus>> {
  const outcome = await line.outcomeWithin(id, milliseconds);
  // A stop settles what waits: it is kept, and whoever asks the next server hears of it.
  return outcome && (outcome.ok || outcome.code !== 'server-stopping')
    ? outcome
    : line.tell(live, studentId, id);
}

/** What the sender would rather wait: `Prefer: wait=SECONDS` (RFC 7240). */
function waitOf(request: IncomingMessage): number {
  const seconds = /(?:^|[,;\s])wait=(\d{1,4})/i.exec(String(request.headers.prefer ?? ''))?.[1];
  return seconds === undefined ? USUAL_WAIT_MS : Math.min(LONGEST_WAIT_MS, Number(seconds) * 1_000);
}
