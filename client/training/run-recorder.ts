import { SerialQueue } from '@/base/serial-queue';
import type { NewBatch, Outbox } from '@/client/live/outbox';
import type { RunSender } from '@/client/live/run-sender';
import { LIMITS } from '@/protocol/limits';
import type { Point, RunAttach, RunReport } from '@/protocol/run';
import type { RunState } from '@/protocol/run-state';

/** Milliseconds between two batches of points, unless it is said otherwise: at most four a second. */
const BATCH_MS = 250;
/** A very long run: from here on only one point in eight is recorded, so that the limit is not reached soon. */
const SPARSE_FROM = LIMITS.pointsPerRun * 0.8;
const SPARSE = 8;

/** Where batches go; the outbox and its sender in a class. */
export interface RunSink {
  outbox: Pick<Outbox, 'open' | 'append'>;
  sender: Pick<RunSender, 'appended'>;
}

interface RecorderOptions {
  /** Points recorded by earlier pages. */
  pointCount?: number;
  now?: () => number;
  /** Milliseconds between two batches of points. */
  batchMs?: number;
}

/**
 * Turns one run's points and states into batches and puts them in the outbox, in order. With no sink (alone, without
 * a class) it does nothing.
 */
export class RunRecorder {
  private waiting: Point[] = [];
  private state: RunState = 'paused';
  private timer: ReturnType<typeof setTimeout> | null = null;
  private flushedAt = Number.NEGATIVE_INFINITY;
  private readonly writes = new SerialQueue();
  private opened = false;
  private ended = false;
  private pointCount: number;
  private readonly now: () => number;
  private readonly batchMs: number;

  /**
   * @param onTaken another page has the run: nothing is recorded any more
   */
  constructor(
    private readonly sink: RunSink | null,
    private readonly attach: () => RunAttach,
    private readonly onTaken: () => void,
    { pointCount = 0, now = () => performance.now(), batchMs = BATCH_MS }: RecorderOptions = {},
  ) {
    this.pointCount = pointCount;
    this.now = now;
    this.batchMs = batchMs;
  }

  /** A point; recorded with the next batch. */
  point(point: Point): void {
    if (!this.sink || this.ended) return;
    this.pointCount += 1;
    const measured = point.validationLoss !== null || point.validationAccuracy !== null;
    const sparse = this.pointCount > SPARSE_FROM && !measured && this.pointCount % SPARSE !== 0;
    if (sparse) return;
    this.waiting.push(point);
    if (this.waiting.length >= LIMITS.pointsPerBatch) void this.flush();
    else this.schedule();
  }

  /** A change of state: recorded at once, with the points that came before it. */
  enter(state: RunState, report: RunReport | null = null): Promise<void> {
    this.state = state;
    return this.put(true, report);
  }

  /** Records the points that wait. Resolves when everything so far is in the outbox. */
  flush(): Promise<void> {
    return this.put(false, null);
  }

  /** Records no more. */
  end(): void {
    this.ended = true;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.waiting = [];
  }

  private schedule(): void {
    if (this.timer !== null) return;
    // Never longer than that, even where the computer's clock was set back meanwhile.
    const wait = Math.min(this.batchMs, Math.max(0, this.batchMs - (this.now() - this.flushedAt)));
    this.timer = setTimeout(() => void this.flush(), wait);
  }

  private put(evenIfEmpty: boolean, report: RunReport | null): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const { sink } = this;
    if (!sink || this.ended) return this.writes.settled();
    const batches = this.cut(evenIfEmpty, report);
    if (batches.length === 0) return this.writes.settled();
    this.flushedAt = this.now();
    return this.writes.run(() => this.store(sink, batches));
  }

  private cut(evenIfEmpty: boolean, report: RunReport | null): NewBatch[] {
    const points = this.waiting;
    this.waiting = [];
    const batches: NewBatch[] = [];
    for (let from = 0; from < points.length || (evenIfEmpty && batches.length === 0); ) {
      const slice = points.slice(from, from + LIMITS.pointsPerBatch);
      from += Math.max(1, slice.length);
      const isLast = from >= points.length;
      // A state that ends the run may only come with the last of its points.
      batches.push({
        points: slice,
        state: isLast ? this.state : 'training',
        report: isLast ? report : null,
      });
    }
    return batches;
  }

  private async store(sink: RunSink, batches: NewBatch[]): Promise<void> {
    const attach = this.attach();
    if (!this.opened) await sink.outbox.open(attach);
    this.opened = true;
    for (const batch of batches) {
      if (this.ended) return;
      if ((await sink.outbox.append(attach.runId, batch)) === 'taken') {
        this.end();
        this.onTaken();
        return;
      }
      sink.sender.appended(attach.runId);
    }
  }
}
