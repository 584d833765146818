import { Pump } from '@/base/pump';
import type { ProductAtConsole } from '@/protocol/class-product';
import type { StudentCondition } from '@/protocol/condition';
import type { StudentTelemetry } from '@/protocol/telemetry';
import { type ScreenFrameSource, ScreenFrames } from './screen-frames';
import { isAtConsole, type Viewer } from './viewer';

const SMALL_CLASS = 60;
const SMALL_CLASS_MS = 100;
const LARGE_CLASS_MS = 250;

/** Milliseconds between two frames of a class with this many students. */
export function frameInterval(students: number): number {
  return students < SMALL_CLASS ? SMALL_CLASS_MS : LARGE_CLASS_MS;
}

/** Where the pump takes its facts from. */
export interface FrameSource extends ScreenFrameSource {
  now(): number;
  /** Students of whom watchers may hear. */
  studentCount(): number;
  isWatched(studentId: string): boolean;
  telemetryOf(studentId: string): StudentTelemetry;
  conditionOf(studentId: string): StudentCondition;
  /** The class's product; null: none was begun. */
  product(): ProductAtConsole | null;
}

/** What a teacher has not been told yet. */
interface Dirty {
  telemetry: Set<string>;
  conditions: Set<string>;
  product: boolean;
}

/**
 * Sends each watcher of a class what has changed, a few times a second. What changed is kept a watcher: one whose
 * connection is still busy is passed over, its set of changed students goes on growing (never beyond the class), and it
 * then gets the newest values, never a backlog. There is no timer while nothing changes.
 */
export class FramePump {
  private readonly teachers = new Map<Viewer, Dirty>();
  private readonly screens: ScreenFrames;
  private readonly pump: Pump;

  constructor(private readonly source: FrameSource) {
    this.screens = new ScreenFrames(source);
    this.pump = new Pump(
      () => frameInterval(source.studentCount()),
      () => this.tick(),
    );
  }

  /** Adds a teacher or a screen. A teacher has everything from its attach; a screen gets its first frame at once. */
  add(viewer: Viewer): void {
    if (isAtConsole(viewer.role))
      this.teachers.set(viewer, { telemetry: new Set(), conditions: new Set(), product: false });
    if (viewer.role.kind === 'screen') {
      this.screens.add(viewer);
      this.schedule();
    }
  }

  remove(viewer: Viewer): void {
    this.teachers.delete(viewer);
    this.screens.remove(viewer);
  }

  /** A student's telemetry is not what it was. */
  touch(studentId: string): void {
    for (const { telemetry } of this.teachers.values()) telemetry.add(studentId);
    this.screens.touch(studentId);
    this.schedule();
  }

  /** A student's condition is not what it was: for teachers, and where the class's sums are others (`sums`) for projectors. */
  touchCondition(studentId: string, sums = false): void {
    if (sums) this.screens.touchSums();
    for (const { conditions } of this.teachers.values()) conditions.add(studentId);
    this.schedule();
  }

  /** The class's product does not stand as before, or projectors may have come to it. */
  touchProduct(): void {
    this.screens.touchSums();
    for (const dirty of this.teachers.values()) dirty.product = true;
    this.schedule();
  }

  /** Projectors show something else, or somebody is in or out: what they draw of students is drawn anew. */
  touchWall(): void {
    this.screens.touchAll();
    this.schedule();
  }

  close(): void {
    this.pump.close();
    this.teachers.clear();
    this.screens.clear();
  }

  private schedule(): void {
    if (this.teachers.size + this.screens.size > 0) this.pump.ask();
  }

  private tick(): void {
    const at = this.source.now();
    // One student's entry is the same for every watcher of this tick.
    const entries = new Map<string, StudentTelemetry>();
    const entryOf = (id: string) => {
      let entry = entries.get(id);
      if (!entry) {
        entry = this.source.telemetryOf(id);
        entries.set(id, entry);
      }
      return entry;
    };
    let behind = false;
    for (const [viewer, dirty] of this.teachers) {
      if (dirty.telemetry.size + dirty.conditions.size === 0 && !dirty.product) continue;
      if (!viewer.isWritable()) {
        behind = true;
        continue;
      }
      const watched = (ids: ReadonlySet<string>) => [...ids].filter((id) => this.source.isWatched(id));
      const students = watched(dirty.telemetry).map(entryOf);
      const conditions = watched(dirty.conditions).map((id) => this.source.conditionOf(id));
      const product = dirty.product ? this.source.product() : null;
      dirty.telemetry.clear();
      dirty.conditions.clear();
      dirty.product = false;
      if (students.length + conditions.length === 0 && product === null) continue;
      viewer.sendFrame({
        ...{ at, students },
        ...(conditions.length > 0 && { conditions }),
        ...(product !== null && { product }),
      });
    }
    behind = this.screens.send(at) || behind;
    if (behind) this.schedule();
  }
}
