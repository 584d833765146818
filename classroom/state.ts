import type { BitSet } from '@/base/bit-set';
import type { AssistantRole, LinkEnd } from '@/protocol/assistants';
import type { Audit } from '@/protocol/audit';
import type { Bookmark } from '@/protocol/bookmark';
import type { Ranking } from '@/protocol/commands';
import type { Countdown } from '@/protocol/countdown';
import type { DatasetId } from '@/protocol/datasets';
import type { Ensemble } from '@/protocol/ensemble';
import type { Experiment } from '@/protocol/experiment';
import type { Fool } from '@/protocol/fool';
import type { Knob } from '@/protocol/knob';
import type { Leak } from '@/protocol/leak';
import { LIMITS } from '@/protocol/limits';
import type { Merge } from '@/protocol/merge';
import type { OwnMessage } from '@/protocol/message';
import type { Pacing } from '@/protocol/pacing';
import { type LastBest, type RaceRules, USUAL_RACE } from '@/protocol/race';
import type { Relay } from '@/protocol/relay';
import type { Reveal } from '@/protocol/reveal';
import type { Rounds } from '@/protocol/rounds';
import type { ScreenViewId } from '@/protocol/screen';
import type { SetUp } from '@/protocol/set-up';
import type { Snapshot } from '@/protocol/snapshot';
import type { TeamRace } from '@/protocol/team-race';
import type { Mark, Membership, Phase } from '@/protocol/views';
import type { OpenVote } from '@/protocol/vote';
import type { KeptState } from './kept';
import type { Rerun } from './race-again';

/**
 * All that a live class is, apart from its runs: what `decide` changes and what is saved. Plain data, never mutated;
 * an unchanged student, score, result or prediction keeps its identity, which is how the store knows what to write.
 */
export interface ClassState extends KeptState {
  id: string;
  code: string;
  /** The first owner. */
  teacherId: string;
  /** Further owners, in the order in which they came (classroom/owners). */
  coOwners: readonly string[];
  /** Links by which others help to lead it, in the order in which they were made (classroom/assistants). */
  assistants: readonly Assistant[];
  /** The group whose sitting it is (classroom/sittings), for good; null: a class of its own. */
  groupId: string | null;
  lessonId: string;
  /** What the teacher chose to train on at the start; null: what the lesson says. */
  dataset: DatasetId | null;
  /** The steps that the teacher chose at the start, by their ids, in that order; null: all of the lesson's. */
  steps: readonly string[] | null;
  /** Two questions are asked before the lesson and two after it. */
  quiz: boolean;
  /** Handed-in networks are trained again on the server, where that is possible, before they count. */
  reproduce: boolean;
  /** The private half of the hidden pictures is drawn for it alone (decision 73); not so in classes of before. */
  ownHalf: boolean;
  /** Networks that one student may hand in, and seconds between two of them. */
  handInsAllowed: number;
  coolDownSeconds: number;
  /** The rules of its race (classroom/race). */
  race: RaceRules;
  /** The first of an earlier sitting's race; null: there was none. */
  lastBest: LastBest | null;
  /** What running the race again has said; null: it was not (classroom/rerun). When everybody was shown how often each won; null: they were not. */
  rerun: Rerun | null;
  rerunShownAt: number | null;
  /** How far the race has been revealed; null: it is not revealed step by step (classroom/reveal). */
  reveal: Reveal | null;
  /** The race by teams as the end found it (classroom/team-race); null: it has not ended, or students rank. */
  teamRace: TeamRace | null;
  /** Held before the lesson with simulated students: of no group. */
  dryRun: boolean;
  phase: Phase;
  /** Index among the class's steps (classroom/steps). */
  stepIndex: number;
  pacing: Pacing;
  countdown: Countdown | null;
  paused: boolean;
  locked: boolean;
  approvalRequired: boolean;
  anonymised: boolean;
  namesOnScreen: boolean;
  ranking: Ranking;
  /** What the projector shows (classroom/screen), and whether it stays through changes of the step. */
  screenView: ScreenViewId;
  screenArgument: string | null;
  screenPinned: boolean;
  maxStudents: number;
  createdAt: number;
  startedAt: number | null;
  endedAt: number | null;
  /** Grows by one with every change; the store refuses to save over a newer one. */
  version: number;
  /** By id, in order of joining. */
  students: Readonly<Record<string, Student>>;
  /** Every verified submission, in order of arrival. */
  scores: readonly VerifiedScore[];
  /** What was said to students, in order. */
  messages: readonly ClassMessage[];
  /** Moments that teachers have marked, in the order in which they did. */
  bookmarks: readonly Bookmark[];
  /** What was put on students' benches at the class's step (classroom/set-ups). */
  setUps: readonly SetUp[];
  /** Questions that were put to everybody, in order; the last may be on (classroom/votes). */
  votes: readonly ClassVote[];
  /** Votes of the networks that were handed in, in order; the last may be on (classroom/ensembles). */
  ensembles: readonly Ensemble[];
  /** Settings of which each student was dealt a value, in order; the last may be on (classroom/knobs). */
  knobs: readonly Knob[];
  /** Averages of networks that students trained for it, in order; the last may be on (classroom/merges). */
  merges: readonly Merge[];
  /** Games of fooling the network that leads, in order; the last may be on (classroom/fools). */
  fools: readonly Fool[];
  /** What networks have really learned from data that the server dealt, in order; the last may be on (classroom/audits). */
  audits: readonly Audit[];
  /** What gradients told, in order; the last may be on (classroom/leaks). */
  leaks: readonly Leak[];
  /** Rounds of learning together, in order; the last may be on (classroom/rounds). */
  rounds: readonly Rounds[];
  /** Networks whose units are the students, in order; the last may be on (classroom/relays). */
  relays: readonly Relay[];
  /** What stood on students' benches, in the order in which it is shown (classroom/snapshots). */
  snapshots: readonly Snapshot[];
}

export interface Student {
  id: string;
  nickname: string;
  /** `nicknameKey(nickname)`: no two of those who are in or waiting are the same by `isSameNickname`. */
  nicknameKey: string;
  /** SHA-256 of the resume secret, hex. */
  secretHash: string;
  mark: Mark;
  membership: Membership;
  joinedAt: number;
  /** What it was before it was removed or banned, and is again if the teacher forgives; null: it was sent out by nobody. */
  sentOutFrom: Membership | null;
  /** Removed with all newcomers since this moment, which is taken back for all of them at once; null: it was not. */
  sweptSince: number | null;
  /** The team in which the teacher has put it (classroom/teams); null: in none. */
  team: string | null;
  /** Keyed hash of the mark of the browser in which it joined; null: none is known. Nobody new comes from it while the student is banned. */
  device: string | null;
}

/** A link that an owner has given to somebody who helps to lead the class. Immutable but for when it was used last. */
export interface Assistant {
  id: string;
  name: string;
  role: AssistantRole;
  /** SHA-256 of the token, hex. */
  tokenHash: string;
  madeAt: number;
  lastSeenAt: number | null;
  /** From then on it opens nothing; null: until it is taken back. */
  endsAt: number | null;
  /** Whatever that says, it ends with the class. */
  endsWithClass: boolean;
}

/** What is asked for when a link is made. `until`: null says what is usual. */
export type MadeLink = Pick<Assistant, 'id' | 'name' | 'role' | 'tokenHash'> & { until: LinkEnd | null };

/** A submission that the server has evaluated. Immutable. */
export interface VerifiedScore {
  id: string;
  studentId: string;
  runId: string;
  experiment: Experiment;
  /** Shares of right answers on the two halves of the hidden data, 0 to 1. */
  publicAccuracy: number;
  privateAccuracy: number;
  /**
   * The public share as its student, the board and everybody else hears of it: the own where it bettered the student's best by more than luck, else
   * that best's (classroom/ladder). Left out: of before, and where nobody knows which pictures were right.
   */
  shownAccuracy?: number;
  /** The hidden pictures that it has right, the public half first. Left out: of before, or from a file. Never leaves the server. */
  right?: BitSet;
  submittedAt: number;
  /** Whether training the run again came to the same weights: false where that is not possible. Left out: the class did not ask for it. */
  reproduced?: boolean;
  /** Optimiser steps that its training has had, the most that page and points say. Left out: of before, or nothing says. */
  updates?: number;
}

/** What a teacher has said to students. Immutable: one that is put away by somebody is another object. */
export interface ClassMessage extends OwnMessage {
  /** By student: when it was put away; null: not yet. */
  to: Readonly<Record<string, number | null>>;
}

/** A vote of the class. Times in milliseconds since 1970. Immutable. */
export interface ClassVote extends OpenVote {
  openedAt: number;
  /** When the second round began; null: there was none. */
  secondAt: number | null;
  /** When everybody was shown what came of it; null: they were not. */
  shownAt: number | null;
  /** Null: it is on. */
  closedAt: number | null;
}

export interface NewClass {
  id: string;
  code: string;
  teacherId: string;
  coOwners?: readonly string[];
  groupId?: string | null;
  lessonId: string;
  dataset?: DatasetId | null;
  dryRun?: boolean;
  quiz?: boolean;
  reproduce?: boolean;
  steps?: readonly string[] | null;
  maxStudents: number;
}

/** What is chosen at the start of a group's sitting. */
export type NewSitting = Pick<
  NewClass,
  'id' | 'lessonId' | 'dataset' | 'steps' | 'quiz' | 'reproduce' | 'maxStudents'
>;

/** A class that has just been made: in the lobby, open to all who know the code. */
export function createClass(made: NewClass, now: number): ClassState {
  return {
    coOwners: [],
    assistants: [],
    groupId: null,
    dataset: null,
    dryRun: false,
    steps: null,
    quiz: false,
    reproduce: false,
    ownHalf: true,
    ...made,
    phase: 'lobby',
    stepIndex: 0,
    pacing: { mode: 'teacher' },
    countdown: null,
    paused: false,
    locked: false,
    approvalRequired: false,
    anonymised: false,
    namesOnScreen: false,
    ranking: 'named',
    handInsAllowed: LIMITS.submissionsPerStudent,
    coolDownSeconds: LIMITS.submissionIntervalMs / 1_000,
    race: USUAL_RACE,
    lastBest: null,
    rerun: null,
    rerunShownAt: null,
    reveal: null,
    teamRace: null,
    screenView: 'auto',
    screenArgument: null,
    screenPinned: false,
    createdAt: now,
    startedAt: null,
    endedAt: null,
    version: 1,
    students: {},
    scores: [],
    messages: [],
    bookmarks: [],
    setUps: [],
    votes: [],
    ensembles: [],
    knobs: [],
    merges: [],
    fools: [],
    audits: [],
    leaks: [],
    rounds: [],
    relays: [],
    snapshots: [],
    results: {},
    predictions: {},
    measurements: {},
    helps: {},
    answers: {},
    fooled: {},
  };
}
