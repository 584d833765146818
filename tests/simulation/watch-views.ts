import type { SocketClassSession } from '@/client/live/socket-class-session';
import type { View } from '@/protocol/views';
import { viewFor } from '@/server/live/view-broadcast';
import type { Role } from '@/server/live/viewer';
import { keptView } from './kept-view';
import type { World } from './world';

const NOBODY = { isHere: () => false, count: 0 };

/** Whatever a page is shown is what the store held when it had that version: never more, never less, never another's. */
export function watchViews<V extends View>(world: World, session: SocketClassSession<V>, role: Role): void {
  let seen: View | null = null;
  session.subscribe(() => {
    const { view } = session.snapshot();
    if (view === null || view === seen) return;
    seen = view;
    world.record.counts.views += 1;
    compareView(world, view, role);
  });
}

/** Compares a view with the state that the store had at its version. */
export function compareView(world: World, view: View, role: Role): void {
  const { database, record } = world;
  world.tell(`view ${view.version}`);
  const state = database.versions.get(view.version);
  if (!state) {
    record.violate(`a ${role.kind} was shown what is not committed`);
    return;
  }
  const stored = viewFor(state, role, NOBODY);
  if ((stored && keptView(stored)) !== keptView(view))
    record.violate(`a ${role.kind} was shown what the store does not hold`);
}
