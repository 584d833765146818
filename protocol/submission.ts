/** What a page says of how a network was trained. */
export interface TrainingClaim {
  /** The steps after which the run's experiment gives exactly these weights; left out: it is not sure to. */
  trainedTo?: number;
  /** Optimiser steps that it has had. */
  updates?: number;
}

/** A network in a race with a bar. */
export interface SubmissionInRace {
  /** Its weights, or the training pictures that it used: whichever the race is about; null: not known. */
  figure: number | null;
  over: boolean;
}

/**
 * Handing weights in: `POST /api/classes/CODE/submissions?run=RUN`, body = all trainable weights as one little-endian
 * float32 array in the network's order, `Authorization: Student ID.SECRET`. Answered with 201 and the score, or, where
 * others come first, with 202 and the place in the line; `Prefer: wait=SECONDS` says how long the sender would rather
 * wait for the score. `Idempotency-Key: ID` (32 hex digits) names the submission: the same one sent again is the same.
 * `&step=STEP` says that the run's experiment gives these weights, to the bit, after so many steps from its seed: it was trained on our own kernels alone.
 * `&updates=STEPS` says how many optimiser steps the training has had; where `step` is said, it is those.
 * `GET /api/classes/CODE/submissions?id=ID` tells of it at any time later.
 */
export const submissionPath = (code: string, runId: string, { trainedTo, updates }: TrainingClaim = {}) =>
  `/api/classes/${code}/submissions?run=${runId}${trainedTo === undefined ? '' : `&step=${trainedTo}`}${
    updates === undefined || updates === trainedTo ? '' : `&updates=${updates}`
  }`;
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
  /** Null where accuracy ranks. */
  race: SubmissionInRace | null;
}
