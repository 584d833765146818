import { DATASETS } from '@/protocol/datasets';
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

/** A team's place at a moment: by the mean of its members, of whom those without a result guess. */
export interface ReplayTeamPlace {
  /** Null: it has its number alone. */
  name: string | null;
  number: number;
  colour: number;
  rank: number;
  value: number;
  size: number;
  missing: number;
}

/** The board of teams at a moment, with the members that they had in the end; null: the race did not rank them then. */
export function teamsAt(
  replay: Raced & Pick<Replay, 'teams' | 'dataset'>,
  at: number,
): ReplayTeamPlace[] | null {
  const { teams, dataset, students } = replay;
  if (!rulesAt(replay, at).teams || teams === undefined || dataset === null) return null;
  const values = new Map(boardAt(replay, at).map(({ student, value }) => [student.id, value]));
  const placed = teams.flatMap(({ name, colour, students: members }, index) => {
    const there = members.flatMap((member) => {
      const student = students[member];
      return student && (student.joinedAt <= at || values.has(student.id)) ? [student] : [];
    });
    const got = there.flatMap(({ id }) => values.get(id) ?? []);
    if (got.length === 0) return [];
    const missing = there.length - got.length;
    const sum = got.reduce((all, value) => all + value, missing * DATASETS[dataset].chance.accuracy);
    return [{ name, colour, number: index + 1, value: sum / there.length, size: there.length, missing }];
  });
  placed.sort((one, other) => other.value - one.value);
  return placed.map((place) => ({
    ...place,
    rank: placed.findIndex(({ value }) => value === place.value) + 1,
  }));
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
