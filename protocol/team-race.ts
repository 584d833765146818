import type { SharedPlace } from './shared-place';

/**
 * A race by teams. A team's result is the mean of its members: each counts with what its network that counts has right, and who has none as somebody who
 * guesses. So nobody is carried and nobody can be left out, and it pays most to help whoever has most to gain.
 */

/** A place on a board, and what luck cannot tell apart there. */
interface Stands {
  rank: number;
  place: SharedPlace | null;
}

/** A team as the class's end found it: nothing that comes or goes later moves it. Immutable. */
export interface TeamResult {
  team: string;
  /** Of the eight of the marks. */
  colour: number;
  /** Members of whom something is kept. */
  studentIds: readonly string[];
  /** Members that counted, and those of them who had handed nothing in. */
  size: number;
  missing: number;
  /** When the last network that counts was handed in. */
  at: number;
  /** Of each half of the hidden pictures, 0 to 1. */
  publicAccuracy: number;
  privateAccuracy: number;
  before: Stands;
  final: Stands;
  /** The places that the hidden pictures leave open, and how often it won of all races run again; null: not known. */
  again: (SharedPlace & { wins: number }) | null;
}

/** A race by teams, as its class keeps it. Immutable. */
export interface TeamRace {
  /** In the order of the board that the class has seen. */
  teams: readonly TeamResult[];
  /** Neighbours on the final board whom the hidden pictures cannot tell apart; null: not known. */
  alike: number | null;
  /** How often it was run again; null: it was not. */
  races: number | null;
}
