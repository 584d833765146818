'use client';

import { HandButton } from './hand-button';

/** The teacher's own bench for the chosen students, who stand in the dialog. */
export function HandSome() {
  return <HandButton />;
}
