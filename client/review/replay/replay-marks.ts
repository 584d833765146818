import type { RaceRules } from '@/protocol/race';
import type { ScreenViewId } from '@/protocol/screen';
import { leadsOf } from './places';
import type { Replay, ReplayStudent } from './replay';
import type { Timeline } from './timeline';

/** A moment that stands out on the time line: what was done with the class, or what happened in it. */
export type ReplayMark = { at: number } & (
  | { kind: 'begun' | 'ended' | 'paused' | 'resumed' }
  | { kind: 'bookmark'; id: string; note: string; stepNumber: number | null }
  | { kind: 'message'; text: string }
  | { kind: 'step'; stepNumber: number }
  | { kind: 'countdown'; seconds: number }
  | { kind: 'screen'; view: ScreenViewId }
  | { kind: 'vote'; phase: Timeline['votes'][number]['phase'] }
  | { kind: 'set-up'; to: number | null }
  | { kind: 'race'; rules: RaceRules }
  | { kind: 'snapshot'; caption: string; student: ReplayStudent }
  /** The first network over 90 %, who took the lead after somebody had it, who was sent out. */
  | { kind: 'first-90' | 'lead' | 'diverged' | 'sent-out'; student: ReplayStudent }
  /** Who left, or lost the connection for longer, about the same time. */
  | { kind: 'left' | 'lost'; count: number; student: ReplayStudent }
);

export const MARK_GROUPS = ['all', 'teacher', 'class'] as const;
export type MarkGroup = (typeof MARK_GROUPS)[number];

const OF_THE_CLASS: ReadonlySet<ReplayMark['kind']> = new Set([
  'first-90',
  'lead',
  'diverged',
  'left',
  'lost',
]);

/** Whether a mark is what somebody did who leads the class, or what happened in it; beginning and end are both. */
export function isOfGroup({ kind }: ReplayMark, group: MarkGroup): boolean {
  if (group === 'all' || kind === 'begun' || kind === 'ended') return true;
  return OF_THE_CLASS.has(kind) === (group === 'class');
}

const GOOD = 0.9;
/** Milliseconds in which those who go are told together, and for which a lost connection is worth telling. */
const TOGETHER_MS = 15_000;

/** What stands out of a sitting, in order. */
export function replayMarks(replay: Replay): ReplayMark[] {
  const { length, messages, bookmarks, snapshots, students } = replay;
  const marks: ReplayMark[] = [
    { kind: 'begun', at: 0 },
    ...ofTheTimeline(replay),
    ...bookmarks.map((bookmark): ReplayMark => ({ kind: 'bookmark', ...bookmark })),
    ...messages.map(({ at, text }): ReplayMark => ({ kind: 'message', at, text })),
    ...snapshots.flatMap(({ at, caption, student: index }): ReplayMark[] => {
      const student = students[index];
      return student ? [{ kind: 'snapshot', at, caption, student }] : [];
    }),
    ...leadsOf(replay).map((lead): ReplayMark => ({ kind: 'lead', ...lead })),
    ...ofRuns(students),
    ...goings(students),
    { kind: 'ended', at: length },
  ];
  return marks.sort((one, other) => one.at - other.at);
}

function ofTheTimeline({ timeline, length }: Replay): ReplayMark[] {
  const { steps, pauses, countdowns, screens, races, votes, setUps } = timeline;
  return [
    // The first step is the beginning.
    ...steps
      .slice(1)
      .map(({ from, index }): ReplayMark => ({ kind: 'step', at: from, stepNumber: index + 1 })),
    ...pauses.flatMap(({ from, to }): ReplayMark[] => [
      { kind: 'paused', at: from },
      ...(to < length ? [{ kind: 'resumed' as const, at: to }] : []),
    ]),
    ...countdowns
      .filter(({ from }) => !pauses.some(({ to }) => to === from))
      .map(
        ({ from, left }): ReplayMark => ({ kind: 'countdown', at: from, seconds: Math.round(left / 1_000) }),
      ),
    ...screens
      // A vote is told by itself.
      .filter(({ view }) => view !== 'auto' && view !== 'vote')
      .map(({ from, view }): ReplayMark => ({ kind: 'screen', at: from, view })),
    ...votes.map(({ from, phase }): ReplayMark => ({ kind: 'vote', at: from, phase })),
    ...races.map(({ from, rules }): ReplayMark => ({ kind: 'race', at: from, rules })),
    ...setUps.map(({ at, to }): ReplayMark => ({ kind: 'set-up', at, to })),
  ];
}

function ofRuns(students: readonly ReplayStudent[]): ReplayMark[] {
  const diverged = students.flatMap((student) =>
    student.runs
      .filter((run) => run.diverged)
      .map(({ endedAt }): ReplayMark => ({ kind: 'diverged', at: endedAt, student })),
  );
  const [first] = students
    .flatMap((student) =>
      student.runs.flatMap(({ moments }) => {
        const moment = moments.find(({ accuracy }) => accuracy !== null && accuracy >= GOOD);
        return moment ? [{ student, at: moment.at }] : [];
      }),
    )
    .sort((one, other) => one.at - other.at);
  return first ? [...diverged, { kind: 'first-90', ...first }] : diverged;
}

/** Who was sent out, left or lost the connection; those who go about the same time as one. */
function goings(students: readonly ReplayStudent[]): ReplayMark[] {
  const sentOut: ReplayMark[] = [];
  const left: { at: number; student: ReplayStudent }[] = [];
  const lost: typeof left = [];
  for (const student of students) {
    for (const { at, membership } of student.memberships) {
      if (at < 0) continue;
      if (membership === 'removed' || membership === 'banned')
        sentOut.push({ kind: 'sent-out', at, student });
      if (membership === 'left') left.push({ at, student });
    }
    student.presence.forEach(({ at, here }, index) => {
      const back = student.presence[index + 1]?.at ?? Number.POSITIVE_INFINITY;
      if (!here && back - at > TOGETHER_MS) lost.push({ at, student });
    });
  }
  return [...sentOut, ...together('left', left), ...together('lost', lost)];
}

function together(kind: 'left' | 'lost', goes: { at: number; student: ReplayStudent }[]): ReplayMark[] {
  const marks: { kind: typeof kind; at: number; count: number; student: ReplayStudent }[] = [];
  for (const { at, student } of goes.sort((one, other) => one.at - other.at)) {
    const last = marks.at(-1);
    if (last && at - last.at <= TOGETHER_MS) last.count += 1;
    else marks.push({ kind, at, count: 1, student });
  }
  return marks;
}
