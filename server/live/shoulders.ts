import { Pump } from '@/base/pump';
import { type Answer, refuse } from '@/protocol/refusals';
import type { Sight, SightFrame, Watched } from '@/protocol/sight';
import { SIGHT, withoutTyped } from '@/protocol/sight-bounds';
import type { Viewer } from './viewer';

/** Milliseconds between two times that watchers are sent what is new. */
const INTERVAL_MS = 400;

/** A student whose bench is being looked at. */
interface Bench {
  /** Who looks, and whether it has not been sent the newest yet. */
  watchers: Map<Viewer, boolean>;
  newest: Sight | null;
}

/** Where the students' own pages are found. */
interface StudentPages {
  viewersOf(studentId: string): Iterable<Viewer>;
  /** Whether the student is in the class, and so can be looked at. */
  isIn(studentId: string): boolean;
}

/**
 * Who looks over whose shoulder: in memory alone, the newest sight of each student who is looked at and nothing of anybody else. A student's
 * page is told when somebody begins and when the last one has ended, and sends sights only meanwhile.
 */
export class Shoulders {
  private readonly benches = new Map<string, Bench>();
  /** The student whose bench the class sees; null: nobody's. */
  private onScreen: string | null = null;
  private readonly pump = new Pump(
    () => INTERVAL_MS,
    () => this.tick(),
  );

  constructor(private readonly pages: StudentPages) {}

  /** From now on this viewer is sent what the student's bench shows; the newest at once, where there is one. */
  watch(viewer: Viewer, studentId: string): Answer {
    if (!this.pages.isIn(studentId)) return refuse('unknown-student');
    const bench = this.benches.get(studentId);
    if (bench?.watchers.has(viewer)) return { ok: true };
    const own = [...this.benches.values()].filter(({ watchers }) => watchers.has(viewer)).length;
    if (own >= SIGHT.watchedByOne || (!bench && this.benches.size >= SIGHT.watched))
      return refuse('too-many-watched');
    this.look(viewer, studentId);
    return { ok: true };
  }

  unwatch(viewer: Viewer, studentId: string): void {
    const bench = this.benches.get(studentId);
    if (!bench?.watchers.delete(viewer)) return;
    if (bench.watchers.size === 0) this.benches.delete(studentId);
    this.tellPages(studentId);
  }

  /** A viewer is gone. */
  forgetViewer(viewer: Viewer): void {
    for (const studentId of [...this.benches.keys()]) this.unwatch(viewer, studentId);
  }

  /** A page of a student's has come: it is told if somebody looks. */
  cameAnew(viewer: Viewer): void {
    if (viewer.role.kind !== 'student') return;
    const watched = this.watched(viewer.role.studentId);
    if (watched !== 'nobody') viewer.sendWatched(watched);
  }

  /** The class sees this student's bench on these projectors; null: nobody's. */
  spotlight(studentId: string | null, screens: readonly Viewer[]): void {
    const before = this.onScreen;
    this.onScreen = studentId;
    if (before !== null && before !== studentId) {
      for (const screen of screens) screen.sendSight({ studentId: null, sight: null });
      for (const viewer of [...(this.benches.get(before)?.watchers.keys() ?? [])])
        if (viewer.role.kind === 'screen') this.unwatch(viewer, before);
      this.tellPages(before);
    }
    if (studentId === null) return;
    for (const screen of screens) this.look(screen, studentId);
    this.tellPages(studentId);
  }

  /** What a student's page shows; kept only while somebody looks. */
  reported(studentId: string, sight: Sight): void {
    const bench = this.benches.get(studentId);
    if (!bench) return;
    bench.newest = sight;
    for (const viewer of bench.watchers.keys()) bench.watchers.set(viewer, true);
    this.pump.ask();
  }

  /** The newest of a student who is looked at; null: nobody looks, or nothing has come yet. */
  newestOf(studentId: string): Sight | null {
    return this.benches.get(studentId)?.newest ?? null;
  }

  /** A student is in the class no more: the looking has ended. */
  forget(studentId: string): void {
    const bench = this.benches.get(studentId);
    if (this.onScreen === studentId) this.onScreen = null;
    if (!bench) return;
    this.benches.delete(studentId);
    for (const viewer of bench.watchers.keys()) viewer.sendSight(frameFor(viewer, studentId, null));
  }

  close(): void {
    this.pump.close();
    this.benches.clear();
  }

  private look(viewer: Viewer, studentId: string): void {
    let bench = this.benches.get(studentId);
    if (!bench) {
      bench = { watchers: new Map(), newest: null };
      this.benches.set(studentId, bench);
    }
    if (bench.watchers.has(viewer)) return;
    bench.watchers.set(viewer, bench.newest !== null);
    if (bench.newest !== null) this.pump.ask();
    this.tellPages(studentId);
  }

  private watched(studentId: string): Watched {
    if (this.onScreen === studentId) return 'class';
    return this.benches.has(studentId) ? 'teacher' : 'nobody';
  }

  private tellPages(studentId: string): void {
    const watched = this.watched(studentId);
    for (const viewer of this.pages.viewersOf(studentId)) viewer.sendWatched(watched);
  }

  private tick(): void {
    let late = false;
    for (const [studentId, { watchers, newest }] of this.benches) {
      for (const [viewer, stale] of watchers) {
        if (!stale) continue;
        if (!viewer.isWritable()) {
          late = true;
          continue;
        }
        watchers.set(viewer, false);
        viewer.sendSight(frameFor(viewer, studentId, newest));
      }
    }
    if (late) this.pump.ask();
  }
}

/** What a viewer is sent: a projector neither whose bench it is, nor what was typed there. */
function frameFor({ role }: Viewer, studentId: string, sight: Sight | null): SightFrame {
  if (role.kind !== 'screen') return { studentId, sight };
  return { studentId: null, sight: sight && withoutTyped(sight) };
}
