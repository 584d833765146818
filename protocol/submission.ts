/**
 * Handing weights in: `POST /api/classes/CODE/submissions?run=RUN`, body = all trainable weights as one little-endian
 * float32 array in the network's order, `Authorization: Student ID.SECRET`. Answered with 201 and the score, or, where
 * others come first, with 202 and the place in the line; `Prefer: wait=SECONDS` says how long the sender would rather
 * wait for the score. `Idempotency-Key: ID` (32 hex digits) names the submission: the same one sent again is the same.
 * `&step=STEP` says that the run's experiment gives these weights, to the bit, after so many steps from its seed: it was trained on our own kernels alone.
 * `GET /api/classes/CODE/submissions?id=ID` tells of it at any time later.
 */
export const submissionPath = (code: string, runId: string, trainedTo?: number) =>
  `/api/classes/${code}/submissions?run=${runId}${trainedTo === undefined ? '' : `&step=${trainedTo}`}`;
export const submissionStatusPath = (code: string, submissionId: string) =>
  `/api/classes/${code}/submissions?id=${submissionId}`;
export const SUBMISSION_KEY_HEADER = 'Idempotency-Key';
export const studentAuthorization = (credentials: { studentId: string; secret: string }) =>
  `Student ${credentials.studentId}.${credentials.secret}`;

/** Arrived whole and kept, and not yet scored. */
interface SubmissionWaiting {
  submissionId: string;
  runId: string;
  waiting: {
    /** Submissions that will be scored before it; 0: it is being scored. Fair turns can move it back by a few. */
    before: number;
    /** Milliseconds after which asking again is worth it. */
    askAgainMs: number;
  };
}

/** What the server knows of a submission. */
export type SubmissionStatus = SubmissionScored | SubmissionWaiting;

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
