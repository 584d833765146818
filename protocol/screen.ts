import { SMALL_STAGES } from './merge-settings';

/** What the projector can be told to show, and what each view wants to be told besides. */

/** What the curves of a class are of; with quartiles: where its middle stands, too. */
export const CLASS_CURVES = ['loss', 'loss-quartiles', 'accuracy', 'accuracy-quartiles'] as const;
export type CurveMeasure = 'loss' | 'accuracy';

/** The maps of a class: what stands above what. */
export const CLASS_MAPS = ['loss-epochs', 'accuracy-epochs', 'accuracy-loss', 'accuracy-speed'] as const;

/** Whether a view may be shown with this argument. */
type ArgumentRule = (argument: string | null) => boolean;

const none: ArgumentRule = (argument) => argument === null;
const oneOf =
  (values: readonly string[]): ArgumentRule =>
  (argument) =>
    argument !== null && values.includes(argument);

const ID = /^[0-9a-f]{32}$/;

/** Whose bench is in the spotlight, and whether that may be told; null: the argument names nobody. */
export function spotlightOf(argument: string | null): { studentId: string; named: boolean } | null {
  const [, studentId, named] = /^([0-9a-f]{32})( named)?$/.exec(argument ?? '') ?? [];
  return studentId === undefined ? null : { studentId, named: named !== undefined };
}

/** The other way. */
export function spotlightArgument(studentId: string, named: boolean): string {
  return named ? `${studentId} named` : studentId;
}

/**
 * Every view of the projector, in the order in which it is offered. `auto`: what fits the moment. When each makes sense is said in
 * classroom/screen, what it looks like in client/screen/views.
 */
export const SCREEN_VIEWS = {
  auto: none,
  join: none,
  step: none,
  curves: oneOf(CLASS_CURVES),
  map: oneOf(CLASS_MAPS),
  /** The vote that is on. */
  vote: none,
  /** The vote of the class's networks that is on, or was counted last. */
  ensemble: none,
  /** What the class expects of one setting, and the picture that its networks make. */
  knob: none,
  /** The average of the class's networks, and units that change seats. */
  merge: none,
  /** Why that works, on two networks that are small enough to be read. */
  'small-networks': oneOf(SMALL_STAGES),
  /** The game of fooling the network that leads, and its gallery. */
  fool: none,
  /** What the class's networks have really learned. */
  audit: none,
  /** What is read in single gradients, behind masks, and in their sum. */
  leak: none,
  /** What the class's network comes to, round by round, and what each network alone knows. */
  rounds: none,
  /** The networks whose units are the class's students. */
  relay: none,
  guesses: none,
  pool: none,
  devices: none,
  /** The product that the devices of the class calculate together. */
  product: none,
  /** One student's bench, live; the argument: whose, and whether that may be told. */
  spotlight: (argument) => spotlightOf(argument) !== null,
  /** A snapshot, by its id. */
  snapshot: (argument) => argument !== null && ID.test(argument),
  board: none,
  /** The reveal of the race, where it stands. */
  reveal: none,
  podium: none,
  /** How often each would have won. */
  again: none,
} as const satisfies Record<string, ArgumentRule>;
export type ScreenViewId = keyof typeof SCREEN_VIEWS;

export const SCREEN_VIEW_IDS = Object.keys(SCREEN_VIEWS) as [ScreenViewId, ...ScreenViewId[]];

/** What the projector shows. */
export interface ScreenShows {
  view: ScreenViewId;
  argument: string | null;
}

/** The same for the console, with what it could show now. */
export interface ScreenDesk extends ScreenShows {
  /** Stays through changes of the step. */
  pinned: boolean;
  offered: ScreenViewId[];
}
