import type { Ranking } from '@/protocol/commands';
import type { RaceRules } from '@/protocol/race';
import type { ReplayedVote } from '@/protocol/replay';
import type { Membership } from '@/protocol/views';
import { VOTE_ROUNDS, type VotePhase } from '@/protocol/vote';
import { boardAt, type ReplayPlace, type ReplayTeamPlace, rulesAt, teamsAt } from './places';
import type { Replay, ReplayRun, ReplayStudent } from './replay';
import { type ShownScreen, stretchAt } from './timeline';

export type ReplayActivity = 'here' | 'training' | 'finished' | 'diverged' | 'away';

/** A student at a moment of the replay. */
export interface SceneStudent {
  student: ReplayStudent;
  activity: ReplayActivity;
  step: number | null;
  loss: number | null;
  accuracy: number | null;
  /** The run that was on the bench, and how many of its moments had been. */
  run: ReplayRun | null;
  moments: number;
  /** The lesson's step at which the student was, where that was another than the class's. */
  ownStep: number | null;
}

/** A vote at one moment. */
interface SceneVote {
  vote: ReplayedVote;
  phase: VotePhase;
  /** How many had voted in this round, or in the last one that there was. */
  voted: number;
}

/** The class at one moment. */
export interface Scene {
  /** Those who were in, in the order in which they came. */
  students: SceneStudent[];
  /** The best result of each so far, as the race ranked them then. */
  board: ReplayPlace[];
  /** The teams, where the race ranked them then; null: it did not. */
  teams: ReplayTeamPlace[] | null;
  /** What the board ranked by. */
  race: RaceRules;
  /** The vote that was on; null: none was. */
  vote: SceneVote | null;
  guesses: number;
  /** What the teacher had said last; null: nothing yet. */
  said: string | null;
  /** The class's step; null where there is no history. */
  stepIndex: number | null;
  paused: boolean;
  /** Milliseconds that a countdown had left; null: there was none. */
  countdown: number | null;
  /** What the projector showed, and how names were shown then. */
  screen: Pick<ShownScreen, 'view' | 'argument' | 'student'>;
  names: { ranking: Ranking; onScreen: boolean };
  /** Drawings that there were. */
  drawings: number;
}

const NOTHING_CHOSEN = { view: 'auto', argument: null, student: null } as const;
const UNKNOWN_NAMES = { ranking: 'named', onScreen: false } as const;
const SEATED: ReadonlySet<Membership> = new Set(['in']);

/** What the class was like at a moment. @param at milliseconds since it began */
export function sceneAt(replay: Replay, at: number): Scene {
  const { timeline } = replay;
  const countdown = stretchAt(timeline.countdowns, at);
  const drawn = stretchAt(timeline.pool, at);
  return {
    students: replay.students.filter((student) => isIn(student, at)).map((student) => studentAt(student, at)),
    board: boardAt(replay, at),
    teams: teamsAt(replay, at),
    race: rulesAt(replay, at),
    vote: voteAt(replay, at),
    guesses: replay.guesses.filter((guess) => guess.at <= at).length,
    said: replay.messages.findLast((message) => message.at <= at)?.text ?? null,
    stepIndex: stretchAt(timeline.steps, at)?.index ?? null,
    paused: timeline.pauses.some(({ from, to }) => from <= at && at < to),
    countdown: countdown && Math.max(0, countdown.left - (at - countdown.from)),
    screen: stretchAt(timeline.screens, at) ?? NOTHING_CHOSEN,
    names: stretchAt(timeline.names, at) ?? UNKNOWN_NAMES,
    drawings: drawn?.count ?? replay.drawn.filter((time) => time <= at).length,
  };
}

/** By the history, and without one from when the student joined. */
function isIn({ joinedAt, memberships }: ReplayStudent, at: number): boolean {
  if (memberships.length === 0) return joinedAt <= at;
  const last = memberships.findLast((one) => one.at <= at);
  return last !== undefined && SEATED.has(last.membership);
}

function studentAt(student: ReplayStudent, at: number): SceneStudent {
  const run = student.runs.findLast(({ beganAt }) => beganAt <= at) ?? null;
  const last = run === null ? -1 : run.moments.findLastIndex((one) => one.at <= at);
  const moment = run?.moments[last];
  const isAway = student.presence.findLast((one) => one.at <= at)?.here === false;
  return {
    student,
    activity: isAway ? 'away' : activityOf(run, at),
    step: moment?.step ?? null,
    loss: moment?.loss ?? null,
    accuracy: moment?.accuracy ?? null,
    run,
    moments: last + 1,
    ownStep: student.steps.findLast((one) => one.at <= at)?.index ?? null,
  };
}

function activityOf(run: ReplayRun | null, at: number): ReplayActivity {
  if (run === null) return 'here';
  if (at < run.endedAt) return 'training';
  return run.diverged ? 'diverged' : 'finished';
}

function voteAt({ votes, timeline }: Replay, at: number): SceneVote | null {
  const { voteId, phase } = stretchAt(timeline.votes, at) ?? {};
  const vote = votes.find(({ id }) => id === voteId);
  if (!vote || phase === undefined || phase === 'closed') return null;
  const counts = VOTE_ROUNDS.map((round) => vote.cast[round].filter((time) => time <= at).length);
  return { vote, phase, voted: counts.findLast((count) => count > 0) ?? 0 };
}

/** What had been guessed at a step, and what had come true, by choice. */
export function guessesAt(
  { guesses }: Pick<Replay, 'guesses'>,
  stepId: string,
  choices: number,
  at: number,
): { guesses: number[]; outcomes: number[] } {
  const counts = { guesses: Array(choices).fill(0), outcomes: Array(choices).fill(0) };
  for (const guess of guesses) {
    if (guess.stepId !== stepId || guess.at > at) continue;
    if (guess.choice < choices) counts.guesses[guess.choice] += 1;
    if (guess.outcome !== null && (guess.cameTrueAt ?? 0) <= at && guess.outcome < choices)
      counts.outcomes[guess.outcome] += 1;
  }
  return counts;
}
