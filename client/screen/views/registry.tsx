import { lazy } from 'react';
import { patiently } from '@/client/ui/patiently';
import type { ScreenViewId } from '@/protocol/screen';
import { AgainView } from './again-view';
import { AutoView } from './auto-view';
import { BoardView } from './board-view';
import { DevicesView } from './devices-view';
import { GuessesView } from './guesses-view';
import { JoinView } from './join-view';
import { PodiumView } from './podium-view';
import { PoolView } from './pool-view';
import { ProductView } from './product-view';
import type { ScreenViewComponent } from './screen-view';
import { StepView } from './step-view';
import { VoteView } from './vote-view';

/** Every view of the projector (protocol/screen) and its component. What is drawn on canvases comes only where it is shown. */
export const SCREEN_COMPONENTS: Readonly<Record<ScreenViewId, ScreenViewComponent>> = {
  auto: AutoView,
  join: JoinView,
  step: StepView,
  curves: lazy(patiently(() => import('./curves-view'))),
  map: lazy(patiently(() => import('./map-view'))),
  vote: VoteView,
  ensemble: lazy(patiently(() => import('./ensemble-view'))),
  knob: lazy(patiently(() => import('./knob-view'))),
  audit: lazy(patiently(() => import('./audit-view'))),
  merge: lazy(patiently(() => import('./merge-view'))),
  'small-networks': lazy(patiently(() => import('./small-networks-view'))),
  fool: lazy(patiently(() => import('./fool-view'))),
  leak: lazy(patiently(() => import('./leak-view'))),
  rounds: lazy(patiently(() => import('./rounds-view'))),
  relay: lazy(patiently(() => import('./relay-view'))),
  guesses: GuessesView,
  pool: PoolView,
  devices: DevicesView,
  product: ProductView,
  spotlight: lazy(patiently(() => import('./spotlight-view'))),
  snapshot: lazy(patiently(() => import('./snapshot-view'))),
  board: BoardView,
  reveal: lazy(patiently(() => import('./reveal-view'))),
  podium: PodiumView,
  again: AgainView,
};
