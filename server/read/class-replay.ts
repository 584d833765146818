import { datasetOf } from '@/classroom/dataset';
import { isOwner } from '@/classroom/owners';
import type { PoolDrawing } from '@/classroom/pool';
import { studentsByTeam } from '@/classroom/rank-teams';
import type { ClassState, VerifiedScore } from '@/classroom/state';
import { stepsOf } from '@/classroom/steps';
import { shownOf, withinRules } from '@/classroom/told';
import { castBallots, voteResult } from '@/classroom/vote-result';
import type { ClassEvent } from '@/protocol/class-event';
import { isSameRace, USUAL_RACE } from '@/protocol/race';
import { spentOf } from '@/protocol/race-spent';
import type { ReplayedClass, ReplayedEvent, ReplayedScore, ReplayedVote } from '@/protocol/replay';
import { packPicture } from '@/protocol/small-picture';
import { MARK_COLOURS } from '@/protocol/views';
import type { VoteRound } from '@/protocol/vote';
import { readStore } from '@/server/store/page-store';
import type { Store } from '@/server/store/store';

/** Drawings that a replay shows: evenly chosen where there are more. */
const MOST_DRAWINGS = 160;

/** One of this teacher's classes, moment by moment; null where there is none, or it is another's, or it has not begun. @param now where the class goes on */
export async function readClassReplay(
  teacherId: string,
  classId: string,
  now: number,
): Promise<ReplayedClass | null> {
  const store = await readStore();
  const state = await store.loadClass(classId);
  return state && isOwner(state, teacherId) ? replayOf(store, state, now) : null;
}

/** The same of any class, whoever looks; null: it has not begun. */
export async function replayOf(store: Store, state: ClassState, now: number): Promise<ReplayedClass | null> {
  const { id: classId, startedAt: from } = state;
  if (from === null) return null;
  const [traces, events, pool] = await Promise.all([
    store.readTraceTable(classId),
    store.listEvents(classId),
    store.readPool(classId),
  ]);
  const steps = stepsOf(state).map(({ id }) => id);
  const students = Object.values(state.students).filter(
    ({ membership }) => membership !== 'waiting' && membership !== 'absent',
  );
  const place = new Map(students.map(({ id }, index) => [id, index]));
  const placed = <Thing extends { studentId: string }>(things: readonly Thing[]) =>
    things.flatMap((thing) => {
      const student = place.get(thing.studentId);
      return student === undefined ? [] : [{ ...thing, student }];
    });
  return {
    classId,
    lessonId: state.lessonId,
    dataset: datasetOf(state),
    steps,
    anonymised: state.anonymised,
    from,
    length: Math.max(0, (state.endedAt ?? now) - from),
    students: students.map(({ id, nickname, mark, joinedAt }) => ({
      ...{ id, nickname, mark },
      joinedAt: joinedAt - from,
    })),
    runs: { packed: traces.packed, places: traces.students.map((id) => place.get(id) ?? null) },
    scores: placed(scoresOf(state, isRaceSetUp(state, events)))
      .map(({ studentId: _whose, at, ...score }) => ({ ...score, at: at - from }))
      .sort((one, other) => one.at - other.at),
    race: state.race,
    ...teamsOf(state, events, place),
    votes: votesOf(state, from),
    guesses: Object.values(state.predictions).map((guess) => ({
      stepId: guess.stepId,
      choice: guess.choice,
      at: guess.committedAt - from,
      outcome: guess.outcome,
      cameTrueAt: guess.cameTrueAt === null ? null : guess.cameTrueAt - from,
    })),
    messages: state.messages.map(({ sentAt, text, to }) => ({
      at: sentAt - from,
      text,
      to: Object.keys(to).length,
    })),
    bookmarks: state.bookmarks.map(({ id, at, note, stepId }) => ({
      id,
      at: at - from,
      note,
      stepNumber: stepId === null ? null : steps.indexOf(stepId) + 1 || null,
    })),
    snapshots: placed(state.snapshots).map(({ id, student, stepId, caption, named, takenAt }) => ({
      ...{ id, student, stepId, caption, named },
      at: takenAt - from,
    })),
    drawings: evenly(pool.drawings, MOST_DRAWINGS).map(({ pixels, filedAt }) => ({
      pixels: packPicture(pixels),
      at: filedAt - from,
    })),
    drawn: pool.drawings.map(({ filedAt }) => filedAt - from),
    events: told(events, place, from),
  };
}

function evenly(drawings: readonly PoolDrawing[], most: number): readonly PoolDrawing[] {
  const stride = Math.max(1, Math.ceil(drawings.length / most));
  return drawings.filter((_, index) => index % stride === 0);
}

/** Of those who are in the replay, with moments as the rest has them. */
function told(
  events: readonly ClassEvent[],
  place: ReadonlyMap<string, number>,
  from: number,
): ReplayedEvent[] {
  return events.flatMap(({ version: _version, studentId, at, ...rest }) => {
    const student = studentId === null ? null : place.get(studentId);
    return student === undefined ? [] : [{ ...rest, at: at - from, student } as ReplayedEvent];
  });
}

/** Whether there ever were other rules than the usual ones. */
function isRaceSetUp({ race }: ClassState, events: readonly ClassEvent[]): boolean {
  return !isSameRace(race, USUAL_RACE) || events.some(({ kind }) => kind === 'race');
}

/** Of the end, where it has been; else as they are. */
function teamsOf(
  state: ClassState,
  events: readonly ClassEvent[],
  place: ReadonlyMap<string, number>,
): Pick<ReplayedClass, 'teams'> {
  const ever = state.race.teams || events.some((event) => event.kind === 'race' && event.rules.teams);
  if (!ever) return {};
  const now = [...studentsByTeam(Object.values(state.students))].map(([team, students], index) => ({
    ...{ team, colour: index % MARK_COLOURS, studentIds: students.map(({ id }) => id) },
  }));
  const teams = (state.teamRace?.teams ?? now).map(({ team, colour, studentIds }) => ({
    ...{ name: team, colour },
    students: studentIds.flatMap((id) => place.get(id) ?? []),
  }));
  return { teams };
}

type Scored = Omit<ReplayedScore, 'student'> & { studentId: string };

/** @param raced with what a race's rules ask of them */
function scoresOf(state: ClassState, raced: boolean): Scored[] {
  const told = new Map(toldOf(state).map((score) => [score.id, shownOf(score)]));
  return [
    ...state.scores.map((score): Scored => {
      const value = told.get(score.id) ?? shownOf(score);
      // While the class goes on nobody hears more of a network than the ladder tells.
      const accuracy = state.phase === 'ended' ? score.publicAccuracy : value;
      const { studentId, submittedAt: at } = score;
      return { studentId, at, value, ...(raced && { had: { ...spentOf(score), accuracy } }) };
    }),
    ...totalsOf(Object.values(state.results)),
  ];
}

/** Each student's submissions as the class's race tells of them: of those that keep its limits as if there were no others. */
function toldOf({ race, scores }: ClassState): VerifiedScore[] {
  const whose = [...new Set(scores.map(({ studentId }) => studentId))];
  return whose.flatMap((id) =>
    withinRules(
      race,
      scores.filter(({ studentId }) => studentId === id),
    ),
  );
}

function votesOf(state: ClassState, from: number): ReplayedVote[] {
  const ballots = castBallots(state);
  return state.votes.map((vote) => {
    const times = (round: VoteRound) =>
      ballots
        .filter((ballot) => ballot.vote === vote && ballot.round === round)
        .map(({ castAt }) => castAt - from)
        .sort((one, other) => one - other);
    const { id, stepId, question } = vote;
    const cast = { first: times('first'), second: times('second') };
    return { id, stepId, question, result: voteResult(state, vote), cast };
  });
}

/** Each student's total of a challenge after each part that was reached: parts are kept with when their best came. */
function totalsOf(
  results: readonly { studentId: string; at: number; value: number; parts: number }[],
): { studentId: string; at: number; value: number }[] {
  const totals = new Map<string, number>();
  return results
    .toSorted((one, other) => one.at - other.at)
    .map(({ studentId, at, value, parts }) => {
      const total = (totals.get(studentId) ?? 0) + value / parts;
      totals.set(studentId, total);
      return { studentId, at, value: Math.min(1, total) };
    });
}
