import type { CheckpointAbout } from './checkpoints';
import { CLASSES_PATH } from './class-paths';

/**
 * Moments of a run that are kept with its weights, to be looked at later. `POST /api/classes/CODE/checkpoints?about=JSON`, body = all trainable
 * weights as one little-endian float32 array in the network's order, `Authorization: Student ID.SECRET`. The same step again is the same moment.
 */
export const checkpointPath = (code: string, about: CheckpointAbout) =>
  `${CLASSES_PATH}/${code}/checkpoints?about=${encodeURIComponent(JSON.stringify(about))}`;

/** `GET`: the weights of a moment, as they were sent, for an owner of the class. */
export const checkpointWeightsPath = (classId: string, runId: string, step: number) =>
  `${CLASSES_PATH}/${classId}/runs/${runId}/checkpoints/${step}`;
