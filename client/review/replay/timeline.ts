import type { Ranking } from '@/protocol/commands';
import type { RaceRules } from '@/protocol/race';
import type { ReplayedEvent } from '@/protocol/replay';
import type { ScreenViewId } from '@/protocol/screen';

/** A part of the sitting, in milliseconds since it began. */
export interface ReplayStretch {
  from: number;
  to: number;
}

export interface ShownScreen extends ReplayStretch {
  view: ScreenViewId;
  argument: string | null;
  /** Whose bench it is. */
  student: number | null;
}

/** How the class was led, as its history tells it: each list in order, none where there is no history. */
export interface Timeline {
  steps: readonly (ReplayStretch & { index: number })[];
  pauses: readonly ReplayStretch[];
  /** Where a countdown ran; `left`: at its beginning. */
  countdowns: readonly (ReplayStretch & { left: number })[];
  screens: readonly ShownScreen[];
  names: readonly (ReplayStretch & { ranking: Ranking; anonymised: boolean; onScreen: boolean })[];
  /** Drawings that there were. */
  pool: readonly (ReplayStretch & { count: number })[];
  /** Rules of the race; none where they never changed. */
  races: readonly (ReplayStretch & { rules: RaceRules })[];
  /** The phases of votes, and that they were over. */
  votes: readonly (ReplayStretch & { voteId: string; phase: EventOf<'vote'>['phase'] })[];
  /** What the teacher handed to benches. */
  setUps: readonly { at: number; to: number | null }[];
}

type EventOf<Kind extends ReplayedEvent['kind']> = Extract<ReplayedEvent, { kind: Kind }>;

export function timelineOf(events: readonly ReplayedEvent[], length: number): Timeline {
  const of = <Kind extends ReplayedEvent['kind']>(kind: Kind) =>
    events.filter((event): event is EventOf<Kind> => event.kind === kind);
  const pauses = pausesOf(events, length);
  return {
    steps: lasting(of('step'), length).map(({ event: { index }, ...stretch }) => ({ ...stretch, index })),
    pauses,
    countdowns: lasting(of('countdown'), length).flatMap(({ event: { at, left }, from, to }) =>
      left === null || left === 0 || isIn(pauses, at) ? [] : [{ from, to: Math.min(to, at + left), left }],
    ),
    screens: lasting(of('screen'), length).map(({ event: { view, argument, student }, ...stretch }) => ({
      ...{ ...stretch, view, argument, student },
    })),
    names: lasting(of('names'), length).map(({ event: { ranking, anonymised, onScreen }, ...stretch }) => ({
      ...{ ...stretch, ranking, anonymised, onScreen },
    })),
    pool: lasting(of('pool'), length).map(({ event: { count }, ...stretch }) => ({ ...stretch, count })),
    races: lasting(of('race'), length).map(({ event: { rules }, ...stretch }) => ({ ...stretch, rules })),
    votes: lasting(of('vote'), length).map(({ event: { voteId, phase }, ...stretch }) => ({
      ...{ ...stretch, voteId, phase },
    })),
    setUps: of('set-up').map(({ at, to }) => ({ at, to })),
  };
}

/** The stretch in which a moment lies; the last one holds its end, too. */
export function stretchAt<Part extends ReplayStretch>(parts: readonly Part[], at: number): Part | null {
  return parts.findLast(({ from, to }) => from <= at && at <= to) ?? null;
}

const isIn = (parts: readonly ReplayStretch[], at: number) =>
  parts.some(({ from, to }) => from <= at && at < to);

/** Each event until the next of its kind; what was before the beginning begins with it. */
function lasting<Event extends { at: number }>(
  events: readonly Event[],
  length: number,
): (ReplayStretch & { event: Event })[] {
  return events.flatMap((event, index) => {
    const from = Math.max(0, event.at);
    const to = Math.min(length, Math.max(0, events[index + 1]?.at ?? length));
    return to > from || index === events.length - 1 ? [{ from: Math.min(from, length), to, event }] : [];
  });
}

function pausesOf(events: readonly ReplayedEvent[], length: number): ReplayStretch[] {
  const pauses: ReplayStretch[] = [];
  let since: number | null = null;
  for (const { kind, at } of events) {
    if (kind === 'paused') since ??= at;
    if ((kind !== 'resumed' && kind !== 'ended') || since === null) continue;
    pauses.push({ from: since, to: at });
    since = null;
  }
  return since === null ? pauses : [...pauses, { from: since, to: length }];
}
