import type { PlaygroundState } from '@/engine/playground/messages';
import type { OwnPoints } from '@/engine/points/own-points';
import type { LoggedPoint } from './curve-log';

/** A training as a page has left it. */
export interface LeftTraining {
  weights: Float32Array;
  step: number;
  /** It was only held by the class: it goes on with it. */
  goesOn?: boolean;
}

/** With what weights a training begins; another object each time that they are not those that training has made. */
export interface Beginning {
  /** Those of the seed; set by hand, or taken over from elsewhere. */
  weights: 'seed' | 'other';
}

/** What another page's training has come to. */
export interface ShownStanding {
  /** The very same while the other's own points are. */
  own: OwnPoints | null;
  left: LeftTraining | null;
  curve: readonly LoggedPoint[];
  state: PlaygroundState['name'];
}
