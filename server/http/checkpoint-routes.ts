import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Student } from '@/classroom/state';
import { mostStepsOfRun } from '@/engine/runs/run-sizes';
import { readRunWeights, weightBytesOfRun } from '@/engine/runs/run-weights';
import {
  type CheckpointAbout,
  type CheckpointTaken,
  checkpointAddress,
  checkpointRequestSchema,
} from '@/protocol/checkpoints';
import type { RunExperiment } from '@/protocol/experiment';
import { LIMITS } from '@/protocol/limits';
import { type Answer, refuse } from '@/protocol/refusals';
import type { EventParts } from '@/server/live/event';
import { refuseRun } from '@/server/live/events/may-run';
import type { LiveClass } from '@/server/live/live-class';
import { FAULT_CODES } from '@/server/verify/submission-line';
import { byId, ownerRoute, studentRoute } from './route';
import { readWeightsBody, sendWeights } from './weights-body';

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
  return sendWeights(response, weights, { 'cache-control': 'no-store' });
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
  if (about.step > mostStepsOfRun(experiment)) return refuse('bad-request');
  const bytes = weightBytesOfRun(experiment);
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
  experiment: RunExperiment,
  about: CheckpointAbout,
): Promise<Answer<CheckpointTaken>> {
  const body = await readWeightsBody(request, weightBytesOfRun(experiment));
  if (!body.ok) return body;
  const { weights } = body;
  const read = readRunWeights(experiment, weights);
  if (typeof read === 'string') return refuse(FAULT_CODES[read]);
  const outcome = await checkpoints.keep(live.id, { ...about, weights }, live.now());
  return outcome === 'unknown' ? refuse('unknown-run') : { ok: true, kept: outcome === 'kept' };
}
