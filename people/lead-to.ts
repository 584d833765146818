import { onceStored } from './once-stored';
import type { Tab } from './tab';

/** How far a class is: waiting, at a step of its lesson (0 is the first), or over. */
export type LedPhase = 'lobby' | number | 'ended';

/** Leads a class that waits to a phase; one that is to end begins before. */
export async function leadTo(console: Tab, phase: LedPhase): Promise<void> {
  if (phase === 'lobby') return;
  await onceStored(() => console.command({ type: 'class:begin' }));
  if (phase === 'ended') await onceStored(() => console.command({ type: 'class:end' }));
  else await nextSteps(console, phase);
}

/** Leads a class that is under way so many steps on. */
export async function nextSteps(console: Tab, steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) await onceStored(() => console.command({ type: 'step:next' }));
}
