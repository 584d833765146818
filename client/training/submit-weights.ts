import { flag, nullOr, number, object, optional, text } from '@/base/shape';
import { randomId } from '@/client/live/random-id';
import { answerReader } from '@/client/live/read-answer';
import type { Credentials } from '@/protocol/attach';
import { LIMITS } from '@/protocol/limits';
import { type Answer, type RefusalCode, refuse } from '@/protocol/refusals';
import {
  SUBMISSION_KEY_HEADER,
  type SubmissionInRace,
  type SubmissionScored,
  type SubmissionStatus,
  studentAuthorization,
  submissionPath,
  submissionStatusPath,
  type TrainingClaim,
} from '@/protocol/submission';
import { littleEndian } from './little-endian';

/** Milliseconds for an upload over a slow line, and for a question. */
const UPLOAD_MS = 120_000;
const QUESTION_MS = 20_000;
/** Seconds that an upload would wait for its score, rather than hear of its place at once. */
const WAIT_SECONDS = 2;
/** A repeat must not fall into the server's minimum distance between two submissions. */
const RETRY_MS = LIMITS.submissionIntervalMs + 500;
/** Times that nobody answered after which the server counts as out of reach: what never arrived, and what it has. */
const MOST_SILENCES = 4;
const MOST_SILENCES_KNOWN = 100;
/** Times that a server without room, or about to restart, is asked again. */
const MOST_TURNED_AWAY = 60;
/** Times that what the server has lost is sent again. */
const MOST_LOST = 2;

const known = { submissionId: text(), runId: text() };
const scored = object<SubmissionScored>({
  ...known,
  ...{ accuracy: number(), pictures: number(), milliseconds: number() },
  best: flag,
  race: optional(nullOr(object<SubmissionInRace>({ figure: nullOr(number()), over: flag })), null),
});
const waiting = object<Exclude<SubmissionStatus, SubmissionScored>>({
  ...known,
  waiting: object({ before: number(), askAgainMs: number() }),
});
const answer = answerReader<SubmissionStatus>((said) => scored(said) ?? waiting(said));

/** How far a submission has come. `before` null: on its way, or not let in yet. */
export interface SubmissionPlace {
  before: number | null;
}

/** A submission as it is known without its weights: after a reload. */
export interface KnownSubmission {
  code: string;
  credentials: Credentials;
  id: string;
  /** Told whenever the place changes. */
  heard?: (place: SubmissionPlace) => void;
}

export interface Submission extends Omit<KnownSubmission, 'id'>, TrainingClaim {
  runId: string;
  weights: Float32Array;
  /** The client's own, so that a repeat is the same submission. */
  id?: string;
}

export interface SubmitMeans {
  fetch?: typeof fetch;
  /** Waits; rejects never. */
  wait?: (milliseconds: number) => Promise<void>;
}

/** Told at first, and again until it is over. */
const PASSING: ReadonlySet<RefusalCode> = new Set(['verifier-busy', 'server-stopping']);
/** Besides those: said of a question about what the server has, not of the submission. */
const PASSING_KNOWN: ReadonlySet<RefusalCode> = new Set([...PASSING, 'rate-limited', 'internal']);

/**
 * Hands the weights of a run in and waits for the score, however long others come first. It carries an id of its own, so
 * that whatever is sent again after a silence is the same submission. `not-attached`: the server could not be reached.
 */
export function submitWeights(
  { id = randomId(), ...submission }: Submission,
  means: SubmitMeans = {},
): Promise<Answer<SubmissionScored>> {
  return new Waiting({ ...submission, id }, submission, means).outcome();
}

/** Goes on waiting for what an earlier page has handed in. `submission-lost`: the server has it no longer, or never had. */
export function followSubmission(
  known: KnownSubmission,
  means: SubmitMeans = {},
): Promise<Answer<SubmissionScored>> {
  return new Waiting(known, null, means).outcome();
}

/** The waiting for one submission. */
class Waiting {
  /** The server has said that it has it. */
  private arrived: boolean;
  private silences = 0;
  /** An upload broke off: the server may take it for one under way for a while. */
  private brokenOff = false;
  private turnedAway = 0;
  private lost = 0;

  constructor(
    private readonly known: KnownSubmission,
    /** What is sent; null where only the id is known. */
    private readonly sent: Pick<Submission, 'runId' | 'weights' | keyof TrainingClaim> | null,
    private readonly means: SubmitMeans,
  ) {
    this.arrived = sent === null;
  }

  async outcome(): Promise<Answer<SubmissionScored>> {
    for (;;) {
      const answer = await this.attempt();
      if (answer === null) {
        this.silences += 1;
        this.brokenOff = true;
        if (this.silences >= (this.arrived ? MOST_SILENCES_KNOWN : MOST_SILENCES))
          return refuse('not-attached');
        await this.wait(RETRY_MS);
        continue;
      }
      this.silences = 0;
      if (answer.ok && 'waiting' in answer) {
        this.arrived = true;
        this.known.heard?.({ before: answer.waiting.before });
        await this.wait(answer.waiting.askAgainMs);
      } else if (answer.ok || !this.passes(answer.code)) return answer;
      else await this.wait(RETRY_MS);
    }
  }

  /** Whether a refusal is worth another attempt. */
  private passes(code: RefusalCode): boolean {
    if (code === 'submission-lost' && this.sent !== null && this.lost < MOST_LOST) {
      this.lost += 1;
      this.arrived = false;
      return true;
    }
    const passing = (this.arrived ? PASSING_KNOWN : PASSING).has(code);
    if (!passing && !(this.brokenOff && code === 'rate-limited')) return false;
    this.turnedAway += 1;
    return this.turnedAway < MOST_TURNED_AWAY;
  }

  /** Sends it, or asks after it. Null: nobody answered. */
  private async attempt(): Promise<Answer<SubmissionStatus> | null> {
    const { code, credentials, id } = this.known;
    const { fetch: ask = fetch } = this.means;
    const headers = { Authorization: studentAuthorization(credentials) };
    try {
      if (this.arrived || this.sent === null)
        return await read(
          await ask(submissionStatusPath(code, id), { headers, signal: AbortSignal.timeout(QUESTION_MS) }),
        );
      return await read(
        await ask(submissionPath(code, this.sent.runId, this.sent), {
          method: 'POST',
          headers: {
            ...headers,
            'Content-Type': 'application/octet-stream',
            [SUBMISSION_KEY_HEADER]: id,
            Prefer: `wait=${WAIT_SECONDS}`,
          },
          body: littleEndian(this.sent.weights),
          signal: AbortSignal.timeout(UPLOAD_MS),
        }),
      );
    } catch {
      return null;
    }
  }

  private wait(milliseconds: number): Promise<void> {
    return (this.means.wait ?? sleep)(milliseconds);
  }
}

async function read(response: Response): Promise<Answer<SubmissionStatus>> {
  // What is none comes from a proxy.
  return (
    answer(await response.json().catch(() => null)) ??
    refuse(response.status === 413 ? 'upload-too-large' : 'internal')
  );
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
