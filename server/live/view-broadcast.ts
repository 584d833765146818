import type { ClassState } from '@/classroom/state';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import type { View } from '@/protocol/views';
import { frameInterval } from './frames';
import type { Role, Viewer } from './viewer';

/** The view of a class for a role, or null for a student that is not in it. */
export function viewFor(state: ClassState, role: Role): View | null {
  switch (role.kind) {
    case 'student':
      return viewForStudent(state, role.studentId);
    case 'teacher':
      return viewForTeacher(state);
    case 'screen':
      return viewForScreen(state);
  }
}

/** Sends every viewer its whole view after a change; many changes in a short time make one broadcast. */
export class ViewBroadcast {
  private timer: NodeJS.Timeout | null = null;
  private last = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly viewers: ReadonlySet<Viewer>,
    private readonly state: () => ClassState,
  ) {}

  /** The state has changed. The first change after a quiet time goes out at once. */
  schedule(): void {
    if (this.timer || this.viewers.size === 0) return;
    // A large class's views are many and long: they go out as seldom as its frames.
    const wait = this.last + frameInterval(this.viewers.size) - performance.now();
    this.timer = setTimeout(() => this.send(), Math.max(0, wait));
    this.timer.unref();
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private send(): void {
    this.timer = null;
    this.last = performance.now();
    const state = this.state();
    const shared: Partial<Record<Role['kind'], View | null>> = {};
    for (const viewer of this.viewers) {
      const { kind } = viewer.role;
      if (kind !== 'student' && shared[kind] === undefined) shared[kind] = viewFor(state, viewer.role);
      const view = kind === 'student' ? viewFor(state, viewer.role) : shared[kind];
      if (view) viewer.sendView(view);
    }
  }
}
