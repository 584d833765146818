import { findLesson } from '@/lessons/registry';
import { refuse } from '@/protocol/refusals';
import { SCREEN_VIEW_IDS, type ScreenDesk, type ScreenShows, type ScreenViewId } from '@/protocol/screen';
import { challengeOfClass } from './challenge';
import { accept, type Decision } from './decision';
import { measuresDevices } from './measurements';
import { poolKindOf } from './pool';
import type { ClassState } from './state';
import { stepsOf } from './steps';

type Sense = (state: ClassState) => boolean;

const goesOn: Sense = ({ phase }) => phase === 'live';
const hasBegun: Sense = ({ phase }) => phase !== 'lobby';
/** Runs with curves are recorded. */
const trains: Sense = ({ lessonId }) => findLesson(lessonId)?.experiment != null;
const ranks: Sense = (state) =>
  state.ranking !== 'off' && (trains(state) || challengeOfClass(state) !== null);

/** When each view of the projector makes sense. */
const MAKES_SENSE: Readonly<Record<ScreenViewId, Sense>> = {
  auto: () => true,
  // In the lobby it is what is shown anyhow.
  join: goesOn,
  step: goesOn,
  curves: (state) => hasBegun(state) && trains(state),
  map: (state) => hasBegun(state) && trains(state),
  guesses: (state) => hasBegun(state) && stepsOf(state).some(({ prediction }) => prediction !== undefined),
  pool: (state) => goesOn(state) && poolKindOf(state) !== null,
  devices: (state) => hasBegun(state) && measuresDevices(state),
  board: (state) => hasBegun(state) && ranks(state),
  podium: (state) => state.phase === 'ended' && ranks(state),
};

/** What the projector could show now. */
function screensOffered(state: ClassState): ScreenViewId[] {
  return SCREEN_VIEW_IDS.filter((view) => MAKES_SENSE[view](state));
}

/** Puts something on the projector; `pinned`: it stays there when the class goes on to another step. */
export function showOnScreen(
  state: ClassState,
  { view, argument, pinned }: ScreenShows & { pinned: boolean },
): Decision {
  if (!MAKES_SENSE[view](state)) return refuse('nothing-to-show');
  return accept(state, { screenView: view, screenArgument: argument, screenPinned: pinned });
}

/**
 * After any change: another step or phase brings the projector back to what fits the moment, unless the teacher has pinned what it shows;
 * and what makes no sense any more is not shown.
 */
export function screenFollows(before: ClassState, after: ClassState): ClassState {
  if (after.screenView === 'auto') return after;
  const moved = before.stepIndex !== after.stepIndex || before.phase !== after.phase;
  const stays = (after.screenPinned || !moved) && MAKES_SENSE[after.screenView](after);
  return stays ? after : { ...after, screenView: 'auto', screenArgument: null, screenPinned: false };
}

/** What the projector shows. */
export function screenShows({ screenView: view, screenArgument: argument }: ClassState): ScreenShows {
  return { view, argument };
}

/** The same for the console. */
export function screenDesk(state: ClassState): ScreenDesk {
  return { ...screenShows(state), pinned: state.screenPinned, offered: screensOffered(state) };
}

/** Whether the projector shows students one by one, as points or curves. */
export function showsStudents({ screenView }: ClassState): boolean {
  return screenView === 'curves' || screenView === 'map';
}

/** Whether something else is shown than before. */
export function screenChanged(before: ClassState, after: ClassState): boolean {
  return before.screenView !== after.screenView || before.screenArgument !== after.screenArgument;
}
