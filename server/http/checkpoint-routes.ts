import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Student } from '@/classroom/state';
import { totalSteps } from '@/engine/training/schedule';
import { readWeights, weightBytes } from '@/engine/verify/check-weights';
import {
  type CheckpointAbout,
  type CheckpointTaken,
  checkpointAddress,
  checkpointRequestSchema,
} from '@/protocol/checkpoints';
import type { Experiment } from '@/protocol/experiment';
import { LIMITS } from '@/protocol/limits';
import { type Answer, refuse } from '@/protocol/refusals';
import type { EventParts } from '@/server/live/event';
import { refuseRun } from '@/server/live/events/may-run';
import type { LiveClass } from '@/server/live/live-class';
import { FAULT_CODES } from '@/server/verify/submission-line';
import { readBody } from './read-body';
import { byId, ownerRoute, studentRoute } from './route';

/** Keeps a moment of a run: see protocol/checkpoints. */
export const keepCheckpointRoute = studentRoute({
  method: 'POST',
  path: '/api/classes/:code/checkpoints',
  params: checkpointRequestSchema,
  handle: ({ parts, request, live, student }, { about }) => takeIn(parts, request, live, student, about),
});

/** The weights of a moment, for whoever reviews the class. */
export const checkpointWeightsRoute = ownerRoute({
  method: 'GET',
  path: '/api/classes/:id/runs/:runId/checkpoints/:step',
  params: byId.extend(checkpointAddress),
  handle: async ({ parts, live, response }, { runId, step }) => {
    const known = await parts.store.readRun(runId, 1);
    if (known?.classId !== live.id) return refuse('unknown-run');
    return sendCheckpoint(parts, response, runId, step);
  },
});

/** Sends the weights of a run's moment. Whoever asks has been asked who they are. */
export async function sendCheckpoint(
  { store }: Pick<EventParts, 'store'>,
  response: ServerResponse,
  runId: string,
  step: number,
) {
  const weights = await store.readCheckpoint(runId, step);
  if (weights === null) return refuse('unknown-checkpoint');
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': weights.byteLength,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(weights);
  return null;
}

async function takeIn(
  parts: EventParts,
  request: IncomingMessage,
  live: LiveClass,
  { id: studentId }: Student,
  about: CheckpointAbout,
): Promise<Answer<CheckpointTaken>> {
  const run = live.runs.own(studentId, about.runId);
  if (!run) return refuse('unknown-run');
  const refusal = refuseRun(live.state(), studentId, true, live.now());
  if (refusal) return refusal;
  const { experiment } = run.summary;
  if (about.step > totalSteps(experiment)) return refuse('bad-request');
  const bytes = weightBytes(experiment);
  if (bytes > LIMITS.uploadBytes) return refuse('upload-too-large');
  const announced = request.headers['content-length'];
  if (announced !== undefined && Number(announced) !== bytes) return refuse('weights-wrong-length');
  const taken = await parts.checkpoints.take({ classId: live.id, studentId, bytes }, () =>
    keep(parts, request, live, experiment, about),
  );
  return taken ?? refuse('rate-limited');
}

async function keep(
  { checkpoints }: EventParts,
  request: IncomingMessage,
  live: LiveClass,
  experiment: Experiment,
  about: CheckpointAbout,
): Promise<Answer<CheckpointTaken>> {
  const body = await readBody(request, weightBytes(experiment));
  if (body === 'too-large') return refuse('weights-wrong-length');
  if (body === 'broken') return refuse('bad-request');
  const weights = readWeights(experiment, body);
  if (typeof weights === 'string') return refuse(FAULT_CODES[weights]);
  const outcome = await checkpoints.keep(live.id, { ...about, weights: body }, live.now());
  return outcome === 'unknown' ? refuse('unknown-run') : { ok: true, kept: outcome === 'kept' };
}
