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

/** Milliseconds between two looks at viewers whose connections were busy: most are free again at once. */
const BEHIND_MS = 25;

/**
 * Sends every viewer its whole view after a change; many changes in a short time make one broadcast. One whose connection
 * is busy is passed over, and gets the newest view when it is free.
 */
export class ViewBroadcast {
  private timer: NodeJS.Timeout | null = null;
  private retry: NodeJS.Timeout | null = null;
  private last = Number.NEGATIVE_INFINITY;
  private readonly behind = new Set<Viewer>();

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
    for (const timer of [this.timer, this.retry]) if (timer) clearTimeout(timer);
    this.timer = null;
    this.retry = null;
    this.behind.clear();
  }

  private send(): void {
    this.timer = null;
    this.last = performance.now();
    this.sendTo(this.viewers);
  }

  private catchUp(): void {
    this.retry = null;
    for (const viewer of this.behind) if (!this.viewers.has(viewer)) this.behind.delete(viewer);
    this.sendTo(this.behind);
  }

  private sendTo(viewers: Iterable<Viewer>): void {
    const state = this.state();
    const shared: Partial<Record<Role['kind'], View | null>> = {};
    for (const viewer of viewers) {
      if (!viewer.isWritable()) {
        this.behind.add(viewer);
        continue;
      }
      this.behind.delete(viewer);
      const { kind } = viewer.role;
      if (kind !== 'student' && shared[kind] === undefined) shared[kind] = viewFor(state, viewer.role);
      const view = kind === 'student' ? viewFor(state, viewer.role) : shared[kind];
      if (view) viewer.sendView(view);
    }
    if (this.behind.size === 0 || this.retry) return;
    this.retry = setTimeout(() => this.catchUp(), BEHIND_MS);
    this.retry.unref();
  }
}
