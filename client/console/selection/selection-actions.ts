import { HandSome } from '@/client/console/hand/hand-some';
import { MessageSome } from '@/client/console/leading/message-some';
import { MakeTeam } from '@/client/console/teams/make-team';
import { NarrowAction } from './narrow-action';
import type { SelectionAction } from './selection-action';
import { SpotlightOne } from './spotlight-one';

/** What can be done with chosen students, in this order. */
export const SELECTION_ACTIONS: readonly SelectionAction[] = [
  MessageSome,
  HandSome,
  MakeTeam,
  SpotlightOne,
  NarrowAction,
];
