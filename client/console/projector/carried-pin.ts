import type { ScreenDesk } from '@/protocol/screen';

/**
 * Whether a view that takes the place of another stays when the class goes on: as the teacher has told the one before to stay. Snapshots stay by
 * themselves, so that they can be shown one by one over several steps; that is no wish for what comes after them.
 */
export function carriedPin({ view, pinned }: Pick<ScreenDesk, 'view' | 'pinned'>): boolean {
  return pinned && view !== 'snapshot';
}
