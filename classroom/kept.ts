import type { ChallengeResult } from '@/protocol/challenge';
import type { Fooled } from '@/protocol/fool';
import type { HelpCall } from '@/protocol/help-call';
import type { Measurement } from '@/protocol/measurement';

/**
 * What students hand in and a class keeps: the field of its state and what stands there, one thing a key. Things are never
 * mutated: what has changed is another object, which is how the store knows what to write (server/store/kept-tables).
 */
export interface KeptThings {
  /** The best of each student in each part of the lesson's challenge. */
  results: PartResult;
  /** Committed guesses. */
  predictions: CommittedPrediction;
  /** What each student's device measured last. */
  measurements: DeviceMeasurement;
  /** Calls for help, and offers of it. */
  helps: HelpCall;
  /** Answers to what the class was asked: votes, and the questions before and after the lesson. */
  answers: ClassAnswer;
  /** Drawings that the class's networks have read (classroom/fools). */
  fooled: Fooled;
}

/** A student's best in one part of a challenge, as the server's own check has it. Immutable. */
export interface PartResult extends ChallengeResult {
  studentId: string;
  /** How many parts the challenge has. */
  parts: number;
  /** When this value was first reached. */
  at: number;
  /** Answers that were handed in for this part. */
  tries: number;
}

/** A guess that stands. Immutable but for the outcome, which is set once. */
export interface CommittedPrediction {
  studentId: string;
  stepId: string;
  choice: number;
  committedAt: number;
  /** What came true on the student's bench, and when it was said. */
  outcome: number | null;
  cameTrueAt: number | null;
}

/** A student's answer to something that the class was asked; another one takes its place while it may. Immutable. */
interface ClassAnswer {
  studentId: string;
  /** What was asked: a round of a vote (classroom/class-vote). */
  question: string;
  /** From 0. */
  choice: number;
  answeredAt: number;
}

/** How fast a student's device calculates, as its page reported it. Immutable. */
export interface DeviceMeasurement extends Measurement {
  studentId: string;
  measuredAt: number;
}

export type KeptKind = keyof KeptThings;
/** The part of a class's state that holds them, each by its key. */
export type KeptState = { readonly [Kind in KeptKind]: Readonly<Record<string, KeptThings[Kind]>> };

export const resultKey = (studentId: string, part: string) => `${studentId} ${part}`;
export const predictionKey = (studentId: string, stepId: string) => `${studentId} ${stepId}`;
export const answerKey = (studentId: string, question: string) => `${studentId} ${question}`;

interface KeptRule<Thing> {
  /** Where it stands; another thing with the same key takes its place. */
  keyOf(thing: Thing): string;
  /** The last moment that is written down in it. */
  lastMoment(thing: Thing): number;
}

/** Everything that is kept, and how. */
const KEPT: { readonly [Kind in KeptKind]: KeptRule<KeptThings[Kind]> } = {
  results: { keyOf: ({ studentId, part }) => resultKey(studentId, part), lastMoment: ({ at }) => at },
  predictions: {
    keyOf: ({ studentId, stepId }) => predictionKey(studentId, stepId),
    lastMoment: ({ committedAt, cameTrueAt }) => Math.max(committedAt, cameTrueAt ?? 0),
  },
  measurements: { keyOf: ({ studentId }) => studentId, lastMoment: ({ measuredAt }) => measuredAt },
  helps: {
    keyOf: ({ studentId, number }) => `${studentId} ${number}`,
    lastMoment: ({ askedAt, pairedAt, endedAt }) => Math.max(askedAt, pairedAt ?? 0, endedAt ?? 0),
  },
  answers: {
    keyOf: ({ studentId, question }) => answerKey(studentId, question),
    lastMoment: ({ answeredAt }) => answeredAt,
  },
  fooled: { keyOf: ({ studentId, id }) => `${studentId} ${id}`, lastMoment: ({ triedAt }) => triedAt },
};
const KEPT_KINDS = Object.keys(KEPT) as readonly KeptKind[];

/** Puts a thing where it belongs. */
export function keep<State extends KeptState, Kind extends KeptKind>(
  state: State,
  kind: Kind,
  thing: KeptThings[Kind],
): State {
  return { ...state, [kind]: { ...state[kind], [KEPT[kind].keyOf(thing)]: thing } };
}

/** Things by their keys, in the order in which they are given. */
export function byKey<Kind extends KeptKind>(
  kind: Kind,
  things: readonly KeptThings[Kind][],
): Readonly<Record<string, KeptThings[Kind]>> {
  return Object.fromEntries(things.map((thing) => [KEPT[kind].keyOf(thing), thing]));
}

/** All that a class keeps, of one kind after another. */
function allKept(state: KeptState): { studentId: string; lastMoment: number }[] {
  const of = <Kind extends KeptKind>(kind: Kind) =>
    Object.values<KeptThings[Kind]>(state[kind]).map((thing) => ({
      studentId: thing.studentId,
      lastMoment: KEPT[kind].lastMoment(thing),
    }));
  return KEPT_KINDS.flatMap((kind) => of(kind));
}

/** Students of whom something is kept. */
export function keptStudents(state: KeptState): Set<string> {
  return new Set(allKept(state).map(({ studentId }) => studentId));
}

/** The last moments of all that is kept. */
export function keptMoments(state: KeptState): number[] {
  return allKept(state).map(({ lastMoment }) => lastMoment);
}
