import type { StudentCondition } from '@/protocol/condition';
import { goalAt } from '@/protocol/done';
import type { Finding } from '@/protocol/finding';
import type { StudentTelemetry } from '@/protocol/telemetry';

/** Why a student may need a teacher, who needs one most first; `well`: nobody is needed. */
export const NEEDS = [
  'asked',
  'diverged',
  'goal',
  'task',
  'chance',
  'ill',
  'overfitting',
  'idle',
  'hidden',
  'away',
  'slow',
  'waiting',
  'well',
] as const;
export type NeedKind = (typeof NEEDS)[number];

/** What a student needs help with, and since when. */
export interface Need {
  kind: NeedKind;
  /** The server's clock; null where there is no telling. */
  since: number | null;
  /** What the doctor has found, where that is the reason or its evidence. */
  finding: Finding | null;
  /** The goal at which a student is stuck; only where that is the reason. */
  goal?: { stepId: string; goalId: string };
}

/** What is known of one student. */
export interface TriageFacts {
  live: StudentTelemetry | undefined;
  condition: StudentCondition | undefined;
  /** In a lesson with a challenge: answers so far, the best of them (0 to 1), and since when that has been the best. Null elsewhere. */
  task: { answers: number; best: number | null; since: number | null } | null;
  /** Since when the student asks for help; null: asks for none, or somebody helps already. */
  asked: number | null;
  /** Examples a second of the class in training, its median; null where too few train to say. */
  classSpeed: number | null;
  /** When the class began, by the server's clock; null: it has not. */
  began: number | null;
}

/** Milliseconds for which something is nothing to speak of: a pause to think, a look at another tab, a moment before the first step. */
const PATIENCE_MS = { idle: 60_000, hidden: 20_000, waiting: 120_000, task: 180_000 } as const;
/** Answers without a better one after which somebody is stuck. */
const ANSWERS = 4;
/** Of the class's median speed: below, a device is slow. */
const SLOW = 0.25;
/** Students who must train before there is a median. */
const ENOUGH_TRAINING = 5;

/** What a student needs, by everything that is known now. Pure; `now` is the server's clock. */
export function needOf({ live, condition, task, asked, classSpeed, began }: TriageFacts, now: number): Need {
  const activity = live?.activity ?? 'connected';
  const since = condition?.since ?? null;
  // In the lobby there is nothing to begin.
  const inClass = since === null ? null : Math.max(since, began ?? now);
  const lasts = (kind: keyof typeof PATIENCE_MS, from: number | null) =>
    from !== null && now - from >= PATIENCE_MS[kind];
  const need = (kind: NeedKind, finding: Finding | null = null, from = since): Need => ({
    kind,
    since: from,
    finding,
  });
  if (activity === 'disconnected') return need('away');
  if (asked !== null) return need('asked', null, asked);
  const [first = null] = condition?.findings ?? [];
  const overfits = condition?.findings.find(({ kind }) => kind === 'overfitting') ?? null;
  if (activity === 'diverged') return need('diverged', first);
  const done = condition?.done;
  const goal = done?.goals?.stuck ? goalAt(done) : null;
  // A goal by its name says more than that nothing comes; what the doctor finds says why.
  if (done && goal && activity !== 'stuck' && !first)
    return {
      ...need('goal', null, condition.progressAt ?? null),
      goal: { stepId: done.stepId, goalId: goal.id },
    };
  if (task && task.answers >= ANSWERS && task.best !== 1 && lasts('task', task.since))
    return need('task', null, task.since);
  if (activity === 'stuck') return need('chance', first);
  // A run that has ended is past help; what is found on a bench that keeps no runs still counts.
  if (first && first !== overfits && activity !== 'finished') return need('ill', first, null);
  if (activity === 'overfitting' || (overfits && activity === 'training'))
    return need('overfitting', overfits);
  if (activity === 'idle' && lasts('idle', inClass)) return need('idle', null, inClass);
  if (condition?.hidden && lasts('hidden', inClass)) return need('hidden', null, null);
  const speed = live?.last?.examplesPerSecond ?? 0;
  if (activity === 'training' && classSpeed !== null && speed > 0 && speed < SLOW * classSpeed)
    return need('slow', null, null);
  if (activity === 'connected' && (task?.answers ?? 0) === 0 && lasts('waiting', inClass))
    return need('waiting', null, inClass);
  return need('well');
}

/** The median speed of those who train; null where too few do. */
export function classSpeedOf(all: readonly (StudentTelemetry | undefined)[]): number | null {
  const speeds = all
    .filter((live) => live?.activity === 'training' && live.last !== null && live.last.examplesPerSecond > 0)
    .map((live) => live!.last!.examplesPerSecond)
    .sort((a, b) => a - b);
  return speeds.length < ENOUGH_TRAINING ? null : speeds[Math.floor(speeds.length / 2)]!;
}

/** Who needs help most: by the need, then by who has waited longest. */
export function compareNeeds(a: Need, b: Need): number {
  const order = NEEDS.indexOf(a.kind) - NEEDS.indexOf(b.kind);
  if (order !== 0) return order;
  return (a.since ?? Number.POSITIVE_INFINITY) === (b.since ?? Number.POSITIVE_INFINITY)
    ? 0
    : (a.since ?? Number.POSITIVE_INFINITY) - (b.since ?? Number.POSITIVE_INFINITY);
}
