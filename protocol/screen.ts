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
  guesses: none,
  pool: none,
  devices: none,
  board: none,
  podium: none,
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
