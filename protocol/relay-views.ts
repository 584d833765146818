import type { RelayStage } from './relay';
import type { HiddenSeats, RelayGuess, RelayWay } from './relay-settings';

/** Somebody in a seat: by name only where names are shown. */
export interface RelaySitter {
  mark: { colour: number; glyph: number };
  nickname: string | null;
}

/** One network as its viewers see it. */
export interface RelayTeamNow {
  steps: number;
  weights: readonly number[];
  answers: readonly number[] | null;
  losses: readonly number[];
  /** Hidden units first, the output unit last; null: the server does this unit's work. */
  seats: readonly (RelaySitter | null)[];
  standIns: number;
  solvedAt: number | null;
}

/** What everybody may know of it. */
export interface RelayNow {
  id: string;
  way: RelayWay;
  hidden: HiddenSeats;
  stage: RelayStage;
  open: boolean;
  until: number;
  /** Students who have guessed. */
  guessed: number;
  /** Networks, and how many of them answer all four cases. */
  networks: number;
  solved: number;
  /** Over all networks: messages that equalled the engine's numbers, those that were refused, and how often somebody else took a seat. */
  messages: number;
  refused: number;
  moves: number;
  /** Whether every network's weights are to the bit those of one in which nobody left; null: not compared. */
  same: boolean | null;
  /** How often each was guessed; null: it is not over. */
  guesses: Readonly<Record<RelayGuess, readonly number[]>> | null;
}

/** As a student sees it. */
export interface OwnRelay extends RelayNow {
  guess: Readonly<Record<RelayGuess, number | null>>;
  /** The own network and its number, from 0; null: none was dealt. */
  team: RelayTeamNow | null;
  teamAt: number;
  /** Null: a stand-in. */
  seat: number | null;
}

/** As watchers do. */
export interface RelayOnWall extends RelayNow {
  teams: readonly RelayTeamNow[];
}

/** At a console: the one that is on, or was the last. */
export interface RelayConsole {
  now: RelayOnWall | null;
}

/** Somebody else took a seat. */
interface RelayMoveTold {
  team: number;
  seat: number;
  step: number;
  from: RelaySitter | null;
  to: RelaySitter | null;
}

/** One that a class has gone through, as a teacher reads of it afterwards. */
export interface HeldRelay extends RelayOnWall {
  openedAt: number;
  moved: readonly RelayMoveTold[];
}
