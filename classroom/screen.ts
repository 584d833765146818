import { findLesson } from '@/lessons/registry';
import { refuse } from '@/protocol/refusals';
import {
  SCREEN_VIEW_IDS,
  type ScreenDesk,
  type ScreenShows,
  type ScreenViewId,
  spotlightOf,
} from '@/protocol/screen';
import type { BenchOnScreen } from '@/protocol/views';
import { openAudit, shownAudit } from './audits';
import { challengeOfClass } from './challenge';
import { openVote } from './class-vote';
import { accept, type Decision } from './decision';
import { openEnsemble } from './ensembles';
import { openFool, shownFool } from './fools';
import { openKnob, shownKnob } from './knobs';
import { openLeak, shownLeak } from './leaks';
import { measuresDevices } from './measurements';
import { openMerge, shownMerge } from './merges';
import { poolKindOf } from './pool';
import { putOnScreen } from './put-on-screen';
import { openRelay, shownRelay } from './relays';
import { rerunOf } from './rerun';
import { openRounds, shownRounds } from './rounds';
import type { ClassState } from './state';
import { stepsOf } from './steps';
import { isUnrevealed } from './unrevealed';

type Sense = (state: ClassState) => boolean;

const goesOn: Sense = ({ phase }) => phase === 'live';
const hasBegun: Sense = ({ phase }) => phase !== 'lobby';
/** Runs with curves are recorded. */
const trains: Sense = ({ lessonId }) => findLesson(lessonId)?.experiment != null;
const ranks: Sense = (state) =>
  state.ranking !== 'off' && (trains(state) || challengeOfClass(state) !== null);

/** Whether what a view is told of is in the class, by the state's own argument. */
function isArgumentThere(view: ScreenViewId, state: ClassState): boolean {
  if (state.screenView !== view) return false;
  if (view === 'snapshot') return state.snapshots.some(({ id }) => id === state.screenArgument);
  const studentId = spotlightOf(state.screenArgument)?.studentId ?? '';
  return state.students[studentId]?.membership === 'in';
}

/** When each view of the projector makes sense. */
const MAKES_SENSE: Readonly<Record<ScreenViewId, Sense>> = {
  auto: () => true,
  // In the lobby it is what is shown anyhow.
  join: goesOn,
  step: goesOn,
  curves: (state) => hasBegun(state) && trains(state),
  map: (state) => hasBegun(state) && trains(state),
  vote: (state) => goesOn(state) && openVote(state) !== null,
  ensemble: (state) =>
    hasBegun(state) && state.ensembles.some(({ found, closedAt }) => found !== null || closedAt === null),
  knob: (state) => hasBegun(state) && shownKnob(state) !== null,
  merge: (state) => hasBegun(state) && shownMerge(state) !== null,
  'small-networks': (state) => hasBegun(state) && (shownMerge(state)?.found ?? null) !== null,
  fool: (state) => hasBegun(state) && shownFool(state) !== null,
  audit: (state) => hasBegun(state) && shownAudit(state) !== null,
  leak: (state) => hasBegun(state) && shownLeak(state) !== null,
  rounds: (state) => hasBegun(state) && shownRounds(state) !== null,
  relay: (state) => hasBegun(state) && shownRelay(state) !== null,
  guesses: (state) => hasBegun(state) && stepsOf(state).some(({ prediction }) => prediction !== undefined),
  pool: (state) => goesOn(state) && poolKindOf(state) !== null,
  devices: (state) => hasBegun(state) && measuresDevices(state),
  product: (state) => goesOn(state) && stepsOf(state).some(({ bench }) => bench === 'matrix-rows'),
  // Of somebody, and something: only what has been chosen can be shown, or shown again.
  spotlight: (state) => goesOn(state) && isArgumentThere('spotlight', state),
  snapshot: (state) => hasBegun(state) && isArgumentThere('snapshot', state),
  board: (state) => hasBegun(state) && ranks(state),
  reveal: (state) => state.reveal !== null && ranks(state),
  // Both show who has won.
  podium: (state) => state.phase === 'ended' && ranks(state) && !isUnrevealed(state),
  again: (state) =>
    state.rerunShownAt !== null && ranks(state) && rerunOf(state) !== null && !isUnrevealed(state),
};

/** Of the views of an experiment: whether it is on. Afterwards its view still makes sense, for a teacher who shows again what came of it. */
const IS_ON: Readonly<Partial<Record<ScreenViewId, Sense>>> = {
  ensemble: (state) => openEnsemble(state) !== null,
  knob: (state) => openKnob(state) !== null,
  merge: (state) => openMerge(state) !== null,
  'small-networks': (state) => openMerge(state) !== null,
  fool: (state) => openFool(state) !== null,
  audit: (state) => openAudit(state) !== null,
  leak: (state) => openLeak(state) !== null,
  rounds: (state) => openRounds(state) !== null,
  relay: (state) => openRelay(state) !== null,
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
  const shown = { screenView: view, screenArgument: argument, screenPinned: pinned };
  if (!MAKES_SENSE[view]({ ...state, ...shown })) return refuse('nothing-to-show');
  return accept(state, shown);
}

/**
 * After any change: another step or phase brings the projector back to what fits the moment, and so does putting away the experiment that it
 * shows, unless the teacher has pinned it; and what makes no sense any more is not shown.
 */
export function screenFollows(before: ClassState, after: ClassState): ClassState {
  if (after.screenView === 'auto') return after;
  // What the very change has put there stays.
  const chosen = before.screenView !== after.screenView;
  const isOn = IS_ON[after.screenView];
  const putAway = isOn?.(before) === true && !isOn(after);
  const moved = !chosen && (putAway || before.stepIndex !== after.stepIndex || before.phase !== after.phase);
  const stays = (after.screenPinned || !moved) && MAKES_SENSE[after.screenView](after);
  return stays ? after : { ...after, ...putOnScreen('auto') };
}

/** The student whose bench the class sees now; null: nobody's. */
export function studentInSpotlight({ screenView, screenArgument }: ClassState): string | null {
  return screenView === 'spotlight' ? (spotlightOf(screenArgument)?.studentId ?? null) : null;
}

/** The bench that the projector shows: whose, where the teacher has released it, and never by name while names are anonymised. */
export function benchOnScreen(state: ClassState): BenchOnScreen | null {
  const { screenView, screenArgument } = state;
  const whose = (studentId: string, named: boolean) => {
    const student = state.students[studentId];
    if (!named || !student) return null;
    return { mark: student.mark, nickname: state.anonymised ? null : student.nickname };
  };
  if (screenView === 'spotlight') {
    const shown = spotlightOf(screenArgument);
    return shown && { whose: whose(shown.studentId, shown.named), snapshot: null };
  }
  if (screenView !== 'snapshot') return null;
  const at = state.snapshots.findIndex(({ id }) => id === screenArgument);
  const found = state.snapshots[at];
  if (!found) return null;
  const { id, stepId, caption, studentId, named } = found;
  const snapshot = { id, stepId, caption, number: at + 1, count: state.snapshots.length };
  return { whose: whose(studentId, named), snapshot };
}

/** What the projector's own page is told that it shows: of nobody who it is. */
export function screenTold(state: ClassState): ScreenShows {
  const shows = screenShows(state);
  return shows.view === 'spotlight' ? { ...shows, argument: null } : shows;
}

/** What the projector shows. */
function screenShows({ screenView: view, screenArgument: argument }: ClassState): ScreenShows {
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

/** Whether the projector shows the product that the class's devices calculate together. */
export function showsProduct(state: ClassState): boolean {
  if (state.phase !== 'live') return false;
  if (state.screenView !== 'auto') return state.screenView === 'product';
  return stepsOf(state)[state.stepIndex]?.bench === 'matrix-rows';
}

/** Whether something else is shown than before. */
export function screenChanged(before: ClassState, after: ClassState): boolean {
  return before.screenView !== after.screenView || before.screenArgument !== after.screenArgument;
}
