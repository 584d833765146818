import { keptMoments } from './kept';
import type { ClassState } from './state';

/** The latest time that is written down in a class, in milliseconds since 1970. */
export function lastMoment(state: ClassState): number {
  const times = [
    state.createdAt,
    state.startedAt,
    state.endedAt,
    ...Object.values(state.students).map(({ joinedAt }) => joinedAt),
    ...state.scores.map(({ submittedAt }) => submittedAt),
    ...state.messages.flatMap(({ sentAt, to }) => [sentAt, ...Object.values(to)]),
    ...state.assistants.flatMap(({ madeAt, lastSeenAt }) => [madeAt, lastSeenAt]),
    ...state.bookmarks.map(({ at }) => at),
    ...state.setUps.map(({ handedAt }) => handedAt),
    ...state.votes.flatMap(({ openedAt, secondAt, shownAt, closedAt }) => [
      openedAt,
      secondAt,
      shownAt,
      closedAt,
    ]),
    ...state.rounds.flatMap(({ openedAt, roundAt, closedAt, done }) => [
      openedAt,
      roundAt,
      closedAt,
      done.at(-1)?.at,
    ]),
    ...state.leaks.flatMap(({ openedAt, closedAt, sum, sums }) => [
      openedAt,
      closedAt,
      sum?.phaseAt,
      sums.at(-1)?.at,
    ]),
    ...state.relays.flatMap(({ openedAt, closedAt, teams }) => [
      openedAt,
      closedAt,
      ...teams.map(({ moves }) => moves.at(-1)?.at),
    ]),
    ...state.snapshots.map(({ takenAt }) => takenAt),
    ...keptMoments(state),
  ];
  return times.reduce<number>((latest, time) => Math.max(latest, time ?? 0), 0);
}
