import type { ScreenFrame, WallStudent } from '@/protocol/telemetry';
import type { Viewer } from './viewer';

/** Milliseconds between two frames with single students: a wall is read from afar. */
const STUDENTS_MS = 1_000;

/** Where frames for projectors take their facts from. */
export interface ScreenFrameSource {
  aggregate(at: number): ScreenFrame;
  wall: Wall;
}

/** The students, one by one. */
export interface Wall {
  /** Whether they are shown now. */
  readonly isShown: boolean;
  whole(): WallStudent[];
  /** Null for one who is not to be shown. */
  of(studentId: string): WallStudent | null;
}

/** What one projector has not been told yet: bounded, however far it lags. */
interface Owed {
  sums: boolean;
  whole: boolean;
  changed: Set<string>;
  /** When it was told of students last. */
  toldAt: number;
}

/**
 * What each projector of a class is owed: the sums, and students one by one while it shows them, who changed since it was told last. One
 * that has just come, or shows them for the first time, is told of everybody.
 */
export class ScreenFrames {
  private readonly screens = new Map<Viewer, Owed>();

  constructor(private readonly source: ScreenFrameSource) {}

  get size(): number {
    return this.screens.size;
  }

  add(viewer: Viewer): void {
    this.screens.set(viewer, {
      sums: true,
      whole: true,
      changed: new Set(),
      toldAt: Number.NEGATIVE_INFINITY,
    });
  }

  remove(viewer: Viewer): void {
    this.screens.delete(viewer);
  }

  clear(): void {
    this.screens.clear();
  }

  /** A student's telemetry is not what it was. */
  touch(studentId: string): void {
    const one = this.source.wall.isShown;
    for (const owed of this.screens.values()) {
      owed.sums = true;
      if (one && !owed.whole) owed.changed.add(studentId);
    }
  }

  /** Only the sums are not what they were. */
  touchSums(): void {
    for (const owed of this.screens.values()) owed.sums = true;
  }

  /** Something else is shown, or somebody is in or out: everybody is told anew. */
  touchAll(): void {
    for (const owed of this.screens.values())
      Object.assign(owed, { sums: true, whole: true, changed: new Set() });
  }

  /** Sends what is owed. True: something still is. */
  send(at: number): boolean {
    let sums: ScreenFrame | null = null;
    let behind = false;
    const one = this.source.wall.isShown;
    for (const [viewer, owed] of this.screens) {
      const students = one && (owed.whole || owed.changed.size > 0);
      const due = students && at - owed.toldAt >= STUDENTS_MS;
      if (students && !due) behind = true;
      if (!owed.sums && !due) continue;
      if (!viewer.isWritable()) {
        behind = true;
        continue;
      }
      sums ??= this.source.aggregate(at);
      viewer.sendScreenFrame(due ? { ...sums, students: this.take(owed, at) } : sums);
      owed.sums = false;
    }
    return behind;
  }

  private take(owed: Owed, at: number): NonNullable<ScreenFrame['students']> {
    const { whole, changed } = owed;
    const list = whole
      ? this.source.wall.whole()
      : [...changed].flatMap((id) => this.source.wall.of(id) ?? []);
    Object.assign(owed, { whole: false, changed: new Set(), toldAt: at });
    return { whole, list };
  }
}
