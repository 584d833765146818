import type { Replay, ReplayStudent } from './replay';
import { boardAt } from './scene';

/** A moment that stands out on the time line. */
export type ReplayMark = { at: number } & (
  | { kind: 'begun' | 'ended' }
  | { kind: 'bookmark'; note: string; stepNumber: number | null }
  | { kind: 'message'; text: string }
  /** The first network over 90 %, and who took the lead after somebody had it. */
  | { kind: 'first-90' | 'lead' | 'diverged'; student: ReplayStudent }
);

const GOOD = 0.9;

/** What stands out of a sitting: what the teacher has marked and said, and what the figures say by themselves; in order. */
export function replayMarks(replay: Replay): ReplayMark[] {
  const { from, to, students, runs, messages, bookmarks } = replay;
  const byId = new Map(students.map((student) => [student.id, student]));
  const marks: ReplayMark[] = [
    { kind: 'begun', at: from },
    ...bookmarks.map((bookmark): ReplayMark => ({ kind: 'bookmark', ...bookmark })),
    ...messages.map(({ at, text }): ReplayMark => ({ kind: 'message', at, text })),
    ...leads(replay),
    { kind: 'ended', at: to },
  ];
  const good = runs
    .flatMap(({ studentId, moments }) => {
      const first = moments.find(({ accuracy }) => accuracy !== null && accuracy >= GOOD);
      return first ? [{ studentId, at: first.at }] : [];
    })
    .sort((one, other) => one.at - other.at)[0];
  const student = good && byId.get(good.studentId);
  if (good && student) marks.push({ kind: 'first-90', at: good.at, student });
  for (const run of runs) {
    const own = byId.get(run.studentId);
    if (run.diverged && own) marks.push({ kind: 'diverged', at: run.endedAt, student: own });
  }
  return marks.sort((one, other) => one.at - other.at);
}

/** Each time when another student than before leads the board. */
function leads(replay: Replay): ReplayMark[] {
  let leader: string | null = null;
  return replay.scores
    .toSorted((one, other) => one.at - other.at)
    .flatMap(({ at }): ReplayMark[] => {
      const first = boardAt(replay, at)[0]?.student;
      if (first === undefined || first.id === leader) return [];
      const isTaken = leader !== null;
      leader = first.id;
      return isTaken ? [{ kind: 'lead', at, student: first }] : [];
    });
}
