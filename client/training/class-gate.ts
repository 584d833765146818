import type { StudentView } from '@/protocol/views';

/**
 * Whether a student may train now. `open`: yes; `held`: the teacher has paused the class, it will go on; `closed`: in the
 * lobby, not let in, or the class has ended.
 */
export type ClassGate = 'open' | 'held' | 'closed';

/** Before the first view nothing forbids it: a lost connection never stops a training. */
export function gateOf(view: StudentView | null): ClassGate {
  if (!view) return 'open';
  if (view.class.phase !== 'live' || view.me.membership !== 'in') return 'closed';
  return view.class.paused ? 'held' : 'open';
}
