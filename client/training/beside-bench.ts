import { Listeners } from '@/base/listeners';
import type { RefusalCode } from '@/protocol/refusals';
import { type BenchRun, wireReport } from './bench-run';
import { type ClassGate, gateOf } from './class-gate';
import type { ClassLink, ClassPlace } from './class-link';
import { RunRecorder } from './run-recorder';

/** Milliseconds in which a run should be acknowledged; after that it is on its way, and nobody waits. */
const ACKNOWLEDGED_MS = 10_000;

interface BesideMeans {
  place: ClassPlace | null;
  link: () => ClassLink | null;
  now: () => number;
  /** Lists a run with the student's others. */
  list: (run: BenchRun) => void;
}

/** What is trained beside the run on the bench (by a sweep): whether it may go on, and where it is kept once it is over. */
export class BesideBench {
  private readonly listeners = new Listeners();
  private readonly stop: () => void;
  private closed = false;

  constructor(private readonly means: BesideMeans) {
    this.stop = means.place?.session.subscribe(() => this.listeners.tell()) ?? (() => {});
  }

  /** Whether the student may train now; `closed` as well once the page has let go of the training. */
  gate(): ClassGate {
    return this.closed ? 'closed' : gateOf(this.means.place?.session.snapshot().view ?? null);
  }

  /** Told when the gate may be another one. @returns ends it */
  subscribe(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  /** Puts a run that is over with the student's others, and into the outbox, all at once. @returns why the class does not take it; null: it does, or there is none */
  async keep(run: BenchRun): Promise<RefusalCode | null> {
    const { link, now, list } = this.means;
    if (run.state === 'ready' || this.closed) return null;
    list(run);
    const way = link();
    if (!way) return null;
    const recorder = new RunRecorder(
      way,
      // No watcher is shown it in place of what is on the bench.
      () => ({ ...run.toAttach(), aside: true }),
      () => undefined,
      { now },
    );
    for (const point of run.series.points()) recorder.point(point);
    await recorder.enter(run.state, wireReport(run.report));
    recorder.end();
    await way.sender.acknowledged(run.id, ACKNOWLEDGED_MS);
    return way.sender.parked(run.id);
  }

  close(): void {
    this.closed = true;
    this.stop();
    this.listeners.tell();
    this.listeners.clear();
  }
}
