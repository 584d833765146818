import type { ComponentType } from 'react';
import type { RosterEntry } from '@/protocol/views';

/** What each action of the selection is given. */
export interface SelectionActionProps {
  /** Those who are chosen and in the class; one at least. */
  students: readonly RosterEntry[];
  /** Everybody who may be chosen. */
  everybody: readonly RosterEntry[];
  /** Shows these alone, or everybody again. */
  narrow(only: boolean): void;
  narrowed: boolean;
}

/** A button, with whatever it opens. */
export type SelectionAction = ComponentType<SelectionActionProps>;
