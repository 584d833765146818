import type { ClassReview, ReviewStudent } from '@/client/review/review-data';
import type { ReplayedClass, ReplayedEvent } from '@/protocol/replay';
import { packRunTable, type RunTable, readRunTable } from '@/protocol/run-table';

/** Of a class what a link shows: nothing of what was written or drawn, no code, no id that means anything elsewhere. */
export interface SharedReview
  extends Pick<
    ClassReview,
    | 'lessonId'
    | 'dataset'
    | 'steps'
    | 'at'
    | 'board'
    | 'results'
    | 'predictions'
    | 'devices'
    | 'dryRun'
    | 'ensembles'
    | 'knobs'
    | 'merges'
    | 'audits'
    | 'rounds'
  > {
  /** Students are told by their nicknames; else by their marks alone. */
  named: boolean;
  students: ReviewStudent[];
  runs: RunTable;
  runCount: number;
}

/** What a link shows of a class's review: everything named here, and nothing else. Students are called by their places. */
export function sharedReview(review: ClassReview, named: boolean): SharedReview {
  const places = placesOf(review.students.map(({ id }) => id));
  const { lessonId, dataset, steps, at, board, results, predictions, devices, dryRun, runCount } = review;
  const runs = readRunTable(review.runs).map((run, index) => ({
    ...run,
    id: `run ${index + 1}`,
    studentId: places.get(run.studentId) ?? '',
  }));
  return {
    ...{ lessonId, dataset, steps, at, predictions, devices, dryRun, named, runCount },
    students: review.students.map(({ id, nickname, mark, membership, runCount }) => ({
      ...{ mark, membership, runCount },
      id: places.get(id)!,
      nickname: named ? nickname : '',
    })),
    runs: packRunTable(runs),
    ensembles: review.ensembles.map(({ alone, ...ensemble }, index) => ({
      ...ensemble,
      id: `vote ${index + 1}`,
      alone: alone.map(({ studentId, pictures }) => ({ studentId: places.get(studentId) ?? '', pictures })),
    })),
    // Whose a point is, is told as everywhere here; the run behind it stands in the table.
    knobs: review.knobs.map((knob, index) => ({
      ...knob,
      id: `knob ${index + 1}`,
      points: knob.points.map((point, at) => ({
        ...point,
        studentId: places.get(point.studentId) ?? '',
        runId: `point ${at + 1}`,
      })),
    })),
    // Pictures of what a network looks for stay with its class.
    merges: review.merges.map((merge, index) => ({ ...merge, id: `average ${index + 1}`, units: null })),
    // So do pictures of what it has looked at; figures of single networks tell nobody.
    audits: review.audits.map((audit, index) => ({ ...audit, id: `learned ${index + 1}`, pixels: [] })),
    rounds: review.rounds.map((held, index) => ({ ...held, id: `rounds ${index + 1}` })),
    board: {
      ...board,
      rows: board.rows.map((row) => ({
        ...row,
        nickname: named ? row.nickname : null,
        studentId: row.studentId && (places.get(row.studentId) ?? null),
        runId: null,
      })),
      // Without names a team has its place alone: the teacher may have called it by its students.
      ...(board.teams && {
        teams: {
          ...board.teams,
          rows: board.teams.rows.map((row) => ({ ...row, nickname: named ? row.nickname : null })),
        },
      }),
    },
    results: results && {
      parts: results.parts,
      rows: results.rows.map((row) => ({ ...row, studentId: places.get(row.studentId) ?? '' })),
    },
  };
}

/** The same of its replay: without messages, bookmarks, snapshots and drawings, which people have made. */
export function sharedReplay(replay: ReplayedClass, named: boolean): ReplayedClass {
  const { lessonId, dataset, steps, from, length, runs, scores, guesses, drawn, race, votes, teams } = replay;
  return {
    ...{ lessonId, dataset, steps, from, length, runs, scores, guesses, drawn, race, votes },
    ...(teams && { teams: teams.map((team) => ({ ...team, name: named ? team.name : null })) }),
    classId: '',
    anonymised: !named,
    students: replay.students.map(({ nickname, mark, joinedAt }, index) => ({
      ...{ mark, joinedAt },
      id: `student ${index + 1}`,
      nickname: named ? nickname : '',
    })),
    messages: [],
    bookmarks: [],
    snapshots: [],
    drawings: [],
    events: replay.events.flatMap((event) => sharedEvent(event, named)),
  };
}

/** Snapshots are told by ids; whose bench stood on the wall with its name is told without it. */
function sharedEvent(event: ReplayedEvent, named: boolean): ReplayedEvent[] {
  if (event.kind === 'snapshot') return [];
  if (event.kind !== 'screen') return [event];
  const hidden = event.view === 'snapshot' || (event.view === 'spotlight' && !named);
  return [hidden ? { ...event, argument: null } : event];
}

const placesOf = (ids: readonly string[]) =>
  new Map(ids.map((id, index) => [id, `student ${index + 1}`] as const));
