import { Pump } from '@/base/pump';
import { heldRole } from '@/classroom/assistants';
import type { ClassState } from '@/classroom/state';
import { viewForScreen, viewForStudent, viewForTeacher, type WhoIsHere, whoIsHere } from '@/classroom/view';
import type { View } from '@/protocol/views';
import { frameInterval } from './frames';
import type { Role, Viewer } from './viewer';

/** The view of a class for a role, or null for a student that is not in it. */
export function viewFor(state: ClassState, role: Role, here: WhoIsHere): View | null {
  switch (role.kind) {
    case 'student':
      return viewForStudent(state, role.studentId, here);
    case 'teacher':
    case 'assistant': {
      const teaching = heldRole(state, role);
      return teaching === null ? null : viewForTeacher(state, here, teaching);
    }
    case 'screen':
      return viewForScreen(state, here);
  }
}

/** What viewers have in common who see the same; null: nobody else sees this one's view. */
function sharedBy(state: ClassState, role: Role): string | null {
  if (role.kind === 'student') return null;
  return role.kind === 'screen' ? role.kind : heldRole(state, role);
}

/** Milliseconds between two looks at viewers whose connections were busy: most are free again at once. */
const BEHIND_MS = 25;
/** Between two broadcasts of who is here: a class that comes back after a gap is hundreds of changes. */
const PRESENCE_MS = 1_000;

/**
 * Sends every viewer its whole view after a change; many changes in a short time make one broadcast. One whose connection
 * is busy is passed over, and gets the newest view when it is free.
 */
export class ViewBroadcast {
  /** A large class's views are many and long: they go out as seldom as its frames. */
  private readonly changes = new Pump(
    () => frameInterval(this.viewers.size),
    () => this.sendTo(this.viewers),
  );
  private readonly presence = new Pump(
    () => PRESENCE_MS,
    () => this.sendPresence(),
  );
  private readonly late = new Pump(
    () => BEHIND_MS,
    () => this.catchUp(),
  );
  private readonly behind = new Set<Viewer>();

  constructor(
    private readonly viewers: ReadonlySet<Viewer>,
    private readonly state: () => ClassState,
    private readonly isHere: WhoIsHere['isHere'] = () => true,
  ) {}

  /** The state has changed. The first change after a quiet time goes out at once. */
  schedule(): void {
    if (this.viewers.size > 0) this.changes.ask();
  }

  /**
   * Somebody has come or gone, which changes no state: the projector hears of it, and in the lobby the students, whose page
   * counts who is here. Teachers have it from their frames.
   */
  presenceChanged(): void {
    if (this.viewers.size > 0) this.presence.ask();
  }

  close(): void {
    for (const pump of [this.changes, this.presence, this.late]) pump.close();
    this.behind.clear();
  }

  private sendPresence(): void {
    // A broadcast that is due anyhow says it, too.
    if (this.changes.due) return;
    const lobby = this.state().phase === 'lobby';
    this.sendTo(
      [...this.viewers].filter(({ role }) => role.kind === 'screen' || (lobby && role.kind === 'student')),
    );
  }

  private catchUp(): void {
    for (const viewer of this.behind) if (!this.viewers.has(viewer)) this.behind.delete(viewer);
    this.sendTo(this.behind);
  }

  private sendTo(viewers: Iterable<Viewer>): void {
    const state = this.state();
    const here = whoIsHere(state, this.isHere);
    const shared = new Map<string, View | null>();
    for (const viewer of viewers) {
      if (!viewer.isWritable()) {
        this.behind.add(viewer);
        continue;
      }
      this.behind.delete(viewer);
      const same = sharedBy(state, viewer.role);
      let view = same === null ? undefined : shared.get(same);
      if (view === undefined) view = viewFor(state, viewer.role, here);
      if (same !== null) shared.set(same, view);
      if (view) viewer.sendView(view);
    }
    if (this.behind.size > 0) this.late.ask();
  }
}
