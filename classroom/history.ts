import type { ClassEvent } from '@/protocol/class-event';
import { leftOf } from '@/protocol/countdown';
import { isSameRace, USUAL_RACE } from '@/protocol/race';
import { spotlightOf } from '@/protocol/screen';
import type { ClassState } from './state';

type Told = ClassEvent extends infer Event
  ? Event extends ClassEvent
    ? Omit<Event, 'at' | 'version' | 'studentId'> & { studentId?: string }
    : never
  : never;

/**
 * What a change of a class leaves in its history: what is kept nowhere else with its moment. Made from the two states, so that no command can be
 * forgotten; messages, guesses, scores, calls for help and bookmarks bear their own moments where they are kept.
 * @param now the class's clock
 */
export function historyOf(before: ClassState, after: ClassState, now: number): ClassEvent[] {
  if (before === after) return [];
  const told: Told[] = [
    ...ofTheClass(before, after, now),
    ...ofTheScreen(before, after),
    ...ofStudents(before, after),
  ];
  return told.map(
    (one) => ({ studentId: null, ...one, at: now, version: after.version }) as unknown as ClassEvent,
  );
}

/** Index of the step at which the class was at a moment, by its history; null: that says nothing. @param events in order */
export function stepIndexAt(events: readonly ClassEvent[], at: number): number | null {
  const last = events.findLast((event) => event.kind === 'step' && event.at <= at);
  return last?.kind === 'step' ? last.index : null;
}

function ofTheClass(before: ClassState, after: ClassState, now: number): Told[] {
  const begins = before.phase !== after.phase && after.phase === 'live';
  const differs = (...keys: (keyof ClassState)[]) => keys.some((key) => before[key] !== after[key]);
  const told: Told[] = [];
  if (begins) told.push({ kind: 'begun' });
  // With the beginning stands how it begins.
  if (begins || differs('stepIndex')) told.push({ kind: 'step', index: after.stepIndex });
  if (begins || differs('pacing')) told.push({ kind: 'pacing', pacing: after.pacing });
  if (begins || differs('ranking', 'anonymised', 'namesOnScreen')) {
    const { ranking, anonymised, namesOnScreen } = after;
    told.push({ kind: 'names', ranking, anonymised, onScreen: namesOnScreen });
  }
  if (differs('paused')) told.push({ kind: after.paused ? 'paused' : 'resumed' });
  if (differs('countdown')) {
    const left = after.countdown && Math.round(leftOf(after.countdown, now));
    told.push({ kind: 'countdown', left });
  }
  if (differs('locked', 'approvalRequired')) {
    const { locked, approvalRequired } = after;
    told.push({ kind: 'door', locked, approvalRequired });
  }
  if (begins ? !isSameRace(after.race, USUAL_RACE) : differs('race'))
    told.push({ kind: 'race', rules: after.race });
  const vote = after.votes.at(-1);
  if (vote && differs('votes'))
    told.push({ kind: 'vote', voteId: vote.id, phase: vote.closedAt === null ? vote.phase : 'closed' });
  const handed = after.setUps.at(-1);
  if (handed && !before.setUps.some(({ id }) => id === handed.id))
    told.push({ kind: 'set-up', to: handed.to?.length ?? null });
  if (before.phase !== after.phase && after.phase === 'ended') told.push({ kind: 'ended' });
  return told;
}

/** Whose bench is shown stands in a place of its own, so that it goes when the student is deleted. */
function ofTheScreen(before: ClassState, after: ClassState): Told[] {
  const { screenView: view, screenArgument: argument } = after;
  if (before.screenView === view && before.screenArgument === argument) return [];
  const shown = view === 'spotlight' ? spotlightOf(argument) : null;
  return [
    shown
      ? { kind: 'screen', view, argument: shown.named ? 'named' : null, studentId: shown.studentId }
      : { kind: 'screen', view, argument },
  ];
}

function ofStudents(before: ClassState, after: ClassState): Told[] {
  const told: Told[] = [];
  if (before.students !== after.students)
    for (const { id, membership } of Object.values(after.students))
      if (before.students[id]?.membership !== membership)
        told.push({ kind: 'membership', membership, studentId: id });
  if (before.snapshots !== after.snapshots) {
    const known = new Set(before.snapshots.map(({ id }) => id));
    for (const { id, studentId } of after.snapshots)
      if (!known.has(id)) told.push({ kind: 'snapshot', snapshotId: id, studentId });
  }
  return told;
}
