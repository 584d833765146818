import { REVEAL_PHASES, REVEALED_ONE_BY_ONE, type RevealStop } from '@/protocol/reveal';

/** What decides how many stops a reveal has. */
interface RevealLength {
  /** Networks in the race. */
  networks: number;
  /** Awards that are given and not withheld. */
  awards: number;
}

/**
 * All stops of a reveal, in order: the board; the hidden half, from the last row up (those beneath the rows that a projector shows all at
 * once); what moved; each award; the picture.
 */
export function revealStops({ networks, awards }: RevealLength): RevealStop[] {
  const first = Math.max(1, networks - REVEALED_ONE_BY_ONE);
  const from = (least: number, most: number) =>
    Array.from({ length: Math.max(0, most - least + 1) }, (_, index) => least + index);
  return [
    { phase: 'board', shown: 0 },
    ...from(first, networks).map((shown) => ({ phase: 'half' as const, shown })),
    { phase: 'moved', shown: 0 },
    ...from(1, awards).map((shown) => ({ phase: 'awards' as const, shown })),
    { phase: 'picture', shown: 0 },
  ];
}

const order = ({ phase, shown }: RevealStop) => REVEAL_PHASES.indexOf(phase) * 1e6 + shown;

/** Whether one stop comes before another. */
export const isBefore = (one: RevealStop, other: RevealStop): boolean => order(one) < order(other);

/**
 * The stop that is meant: the very one where it is there, else the last before it. A reveal grows shorter when somebody is deleted or an award is
 * withheld, and never starts anew by that.
 */
export function nearestStop(stops: readonly RevealStop[], wanted: RevealStop): RevealStop {
  return stops.findLast((stop) => !isBefore(wanted, stop)) ?? stops[0]!;
}
