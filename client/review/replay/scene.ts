import type { Replay, ReplayRun, ReplayStudent } from './replay';

export type ReplayActivity = 'here' | 'training' | 'finished' | 'diverged';

/** A student at a moment of the replay. */
export interface SceneStudent {
  student: ReplayStudent;
  activity: ReplayActivity;
  step: number | null;
  loss: number | null;
  accuracy: number | null;
}

/** The class at one moment. */
export interface Scene {
  /** Those who had joined, in that order. */
  students: SceneStudent[];
  /** The best result of each so far, the best first; equals in the order in which they came. */
  board: { student: ReplayStudent; value: number }[];
  guesses: number;
  /** What the teacher had said last; null: nothing yet. */
  said: string | null;
}

/** What the class was like at a moment. @param at the server's clock */
export function sceneAt(replay: Replay, at: number): Scene {
  const students = replay.students.filter(({ joinedAt }) => joinedAt <= at);
  return {
    students: students.map((student) => studentAt(student, replay.runs, at)),
    board: boardAt(replay, at),
    guesses: replay.guesses.filter((guess) => guess.at <= at).length,
    said: replay.messages.findLast((message) => message.at <= at)?.text ?? null,
  };
}

function studentAt(student: ReplayStudent, runs: readonly ReplayRun[], at: number): SceneStudent {
  const run = runs.findLast((one) => one.studentId === student.id && one.beganAt <= at);
  const moment = run?.moments.findLast((one) => one.at <= at);
  const isOver = run !== undefined && at >= run.endedAt;
  return {
    student,
    activity: run === undefined ? 'here' : !isOver ? 'training' : run.diverged ? 'diverged' : 'finished',
    step: moment?.step ?? null,
    loss: moment?.loss ?? null,
    accuracy: moment?.accuracy ?? null,
  };
}

/** The board at a moment. */
export function boardAt({ students, scores }: Replay, at: number): Scene['board'] {
  const best = new Map<string, { value: number; at: number }>();
  for (const score of scores) {
    if (score.at > at || score.value <= (best.get(score.studentId)?.value ?? Number.NEGATIVE_INFINITY))
      continue;
    best.set(score.studentId, score);
  }
  return students
    .flatMap((student) => {
      const own = best.get(student.id);
      return own ? [{ student, ...own }] : [];
    })
    .sort((one, other) => other.value - one.value || one.at - other.at)
    .map(({ student, value }) => ({ student, value }));
}
