import { isSameRace, type RaceRules, USUAL_RACE } from '@/protocol/race';
import { limitsPassed } from '@/protocol/race-spent';
import type { ReplayedScore } from '@/protocol/replay';
import type { Replay, ReplayStudent } from './replay';
import { stretchAt } from './timeline';

/** A place of the board at a moment. */
export interface ReplayPlace {
  student: ReplayStudent;
  /** From 1; whoever has exactly as many weights or pictures shares it. */
  rank: number;
  /** What the race was about: a share, or how many weights or pictures. */
  value: number;
}

/** What of a replay its board is made of. */
type Raced = Pick<Replay, 'students' | 'scores' | 'race' | 'timeline'>;

/** The race's rules at a moment; where they changed before there was a history, those that it has now. */
export function rulesAt(
  { race, timeline: { races } }: Pick<Raced, 'race' | 'timeline'>,
  at: number,
): RaceRules {
  if (races.length === 0) return race;
  return stretchAt(races, at)?.rules ?? USUAL_RACE;
}

/** The board at a moment: the best result of each by the rules of then, the best first; equals in the order in which they came. */
export function boardAt(replay: Raced, at: number): ReplayPlace[] {
  const rules = rulesAt(replay, at);
  const placed = ranked(
    replay.scores.filter((score) => score.at <= at),
    rules,
  );
  return placed.flatMap(({ student: index, value }, place) => {
    const student = replay.students[index];
    const first = placed.findIndex((other) => other.value === value);
    const rank = (rules.metric === 'accuracy' ? place : first) + 1;
    return student ? [{ student, rank, value }] : [];
  });
}

/** Each time when another student than before takes the lead by handing in; after new rules the lead begins anew. */
export function leadsOf(replay: Raced): { at: number; student: ReplayStudent }[] {
  const leads: { at: number; student: ReplayStudent }[] = [];
  let rules: RaceRules | null = null;
  let leader: Placed | null = null;
  replay.scores.forEach((score, index) => {
    const now = rulesAt(replay, score.at);
    if (rules === null || !isSameRace(now, rules)) {
      rules = now;
      leader = ranked(replay.scores.slice(0, index), now)[0] ?? null;
    }
    const value = raceFigureOf(score, now);
    if (value === null || (leader !== null && !isBetter(value, leader.value, now))) return;
    const student = replay.students[score.student];
    if (leader !== null && leader.student !== score.student && student) leads.push({ at: score.at, student });
    leader = { student: score.student, value, at: score.at };
  });
  return leads;
}

interface Placed {
  student: number;
  value: number;
  at: number;
}

function ranked(scores: readonly ReplayedScore[], rules: RaceRules): Placed[] {
  const best = new Map<number, Placed>();
  for (const score of scores) {
    const value = raceFigureOf(score, rules);
    const own = best.get(score.student);
    if (value !== null && (own === undefined || isBetter(value, own.value, rules)))
      best.set(score.student, { student: score.student, value, at: score.at });
  }
  const sign = rules.metric === 'accuracy' ? -1 : 1;
  return [...best.values()].sort((one, other) => sign * (one.value - other.value) || one.at - other.at);
}

/** What the race is about, of one network; null: its rules let it not count. */
function raceFigureOf({ value, had }: ReplayedScore, rules: RaceRules): number | null {
  if (had && limitsPassed(rules, had).length > 0) return null;
  if (rules.metric === 'accuracy') return value;
  return had && had.accuracy >= rules.bar ? had[rules.metric] : null;
}

const isBetter = (value: number, than: number, { metric }: RaceRules) =>
  metric === 'accuracy' ? value > than : value < than;
