import { z } from 'zod';
import { roomCodeSchema } from './room-code-schema';
import { idSchema } from './run';

/**
 * Handing weights in: `POST /api/classes/CODE/submissions?run=RUN`, body = all trainable weights as one little-endian
 * float32 array in the network's order, `Authorization: Student ID.SECRET`. Answered when the server has scored them.
 */
export const submissionPath = (code: string, runId: string) =>
  `/api/classes/${code}/submissions?run=${runId}`;
export const studentAuthorization = (credentials: { studentId: string; secret: string }) =>
  `Student ${credentials.studentId}.${credentials.secret}`;

export const submissionRequestSchema = z.object({ code: roomCodeSchema, runId: idSchema });

/** What the student learns at once: the public half's accuracy. The private half is revealed at the end of the class. */
export interface SubmissionScored {
  submissionId: string;
  runId: string;
  /** Share of right answers on the public half of the hidden pictures, 0 to 1. */
  accuracy: number;
  /** Pictures in that half. */
  pictures: number;
  /** Milliseconds that the evaluation took. */
  milliseconds: number;
  /** Whether it is this student's best so far. */
  best: boolean;
}
