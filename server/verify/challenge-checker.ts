import { createHmac } from 'node:crypto';
import { dealSeed } from '@/classroom/deal';
import type { PoolDrawing } from '@/classroom/pool';
import type { PoolPictures } from '@/engine/pool/pool-pictures';
import type { ChallengeId, ChallengeResult } from '@/protocol/challenge';
import { LIMITS } from '@/protocol/limits';
import type { LabelScore } from '@/protocol/pool';
import { POOL } from '@/protocol/pool-rules';
import type { Refusal } from '@/protocol/refusals';
import { CHECK_MEMORY } from '@/server/memory';
import { startThread } from '@/server/thread';
import { createThreadQueue, type QueueThread } from './thread-queue';

/** What checking an answer gave, and how many parts the class was dealt. */
export interface Checked {
  ok: true;
  result: ChallengeResult;
  parts: number;
  /** Where pictures decided: right answers by label. */
  perLabel?: readonly LabelScore[];
}

/** To the thread: one answer, with all that decides. The server's secret stays here. */
export type CheckJob =
  | { by: 'rules'; challenge: ChallengeId; seed: number; hiddenSeed: number; answer: unknown }
  | { by: 'pictures'; answer: unknown; pictures: PoolPictures };

/** An answer as it came over the wire (it is read strictly in the thread, before anything is done with it), and whose it is. */
export interface HandedInAnswer {
  classId: string;
  studentId: string;
  answer: unknown;
}

/** Checks answers to challenges in a thread. */
export interface ChallengeChecker {
  /** By the challenge's rules, with what this class was dealt. */
  check(handedIn: HandedInAnswer, challenge: ChallengeId): Promise<Checked | Refusal>;
  /** A network by drawings that no browser was given. */
  checkByDrawings(
    handedIn: HandedInAnswer,
    drawings: readonly PoolDrawing[],
    labelCount: number,
  ): Promise<Checked | Refusal>;
  /** Answers that wait or are being checked. */
  queueLength(): number;
  close(): Promise<void>;
}

/** Less than the ten seconds that a page waits for its answer: nothing is recorded of which the student was told that it failed. */
const PATIENCE_MS = 7_000;

/**
 * A thread of its own, so that neither a class that goes on nor the scoring of large networks waits for it. Classes are
 * served in turn, in each its students, each one's answers in their order; the queue is bounded, in all and for each student.
 * @param secret the server's own; from it comes each class's hidden seed, which is sent to nobody and kept nowhere
 */
export function createChallengeChecker({
  secret,
  spawn = () => startThread('check', { resourceLimits: CHECK_MEMORY }),
  timeoutMs = 8_000,
  patienceMs = PATIENCE_MS,
  queueLimit = LIMITS.answersWaiting,
}: {
  secret: string;
  spawn?: () => QueueThread;
  timeoutMs?: number;
  patienceMs?: number;
  queueLimit?: number;
}): ChallengeChecker {
  const queue = createThreadQueue<CheckJob, Checked>({
    name: 'check',
    spawn,
    timeoutMs,
    queueLimit,
    patienceMs,
    groupLimit: LIMITS.answersWaitingPerClass,
    ownerLimit: LIMITS.answersWaitingPerStudent,
  });
  return {
    check: ({ classId, studentId, answer }, challenge) =>
      queue.run(
        studentId,
        () => ({
          job: {
            by: 'rules',
            challenge,
            seed: dealSeed(classId),
            hiddenSeed: hiddenSeed(secret, classId),
            answer,
          },
        }),
        classId,
      ),
    checkByDrawings: ({ classId, studentId, answer }, drawings, labelCount) =>
      queue.run(
        studentId,
        () => {
          const pictures = packDrawings(drawings, labelCount);
          const transfer = [pictures.pixels.buffer, pictures.labels.buffer] as ArrayBuffer[];
          return { job: { by: 'pictures', answer, pictures }, transfer };
        },
        classId,
      ),
    queueLength: () => queue.length(),
    close: () => queue.close(),
  };
}

function packDrawings(drawings: readonly PoolDrawing[], labelCount: number): PoolPictures {
  const pixels = new Uint8Array(drawings.length * POOL.pixels);
  drawings.forEach((drawing, index) => {
    pixels.set(drawing.pixels, index * POOL.pixels);
  });
  const labels = Uint8Array.from(drawings, ({ label }) => label);
  return { labelCount, count: drawings.length, pixels, labels };
}

/** A class's hidden seed, unsigned 32 bits: the same after every restart, and not to be foreseen without the server's secret. */
export function hiddenSeed(secret: string, classId: string): number {
  return createHmac('sha256', secret).update(`hidden seed of class ${classId}`).digest().readUInt32BE(0);
}
