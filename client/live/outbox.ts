import { SerialQueue } from '@/base/serial-queue';
import type { RefusalCode } from '@/protocol/refusals';
import type { Batch, RunAttach } from '@/protocol/run';
import { isOpen } from '@/protocol/run-state';
import { inTime } from './browser-database';
import { noteNotKept } from './kept-here';
import { OutboxDisk } from './outbox-disk';
import { newOutboxRun, type OutboxRun, withAcknowledged, withBatch } from './outbox-run';
import { randomId } from './random-id';

/** A batch before the outbox has given it its sequence. */
export type NewBatch = Omit<Batch, 'sequence'>;

/**
 * What one student has not got acknowledged yet, run by run. Everything is in memory and, where the browser allows it,
 * on disk: a batch may be sent only after `append` has resolved, so that whatever the server has seen has its sequence
 * on disk, and no sequence is ever given twice. Nothing is forgotten before the server has acknowledged it.
 */
export class Outbox {
  private readonly runs = new Map<string, OutboxRun>();
  /** One write after another, in the order of the calls. */
  private readonly writes = new SerialQueue();

  private constructor(
    readonly studentId: string,
    private readonly owner: string,
    private disk: OutboxDisk | null,
    private readonly now: () => number,
    private readonly sitting: string | null,
  ) {}

  /**
   * Opens the student's outbox and takes over all that earlier pages have left in it.
   * @param openDisk for tests; null: memory alone
   */
  static async open(
    studentId: string,
    { openDisk = () => OutboxDisk.open(), now = Date.now, sitting = null }: OutboxMeans = {},
  ): Promise<Outbox> {
    const owner = randomId();
    const outbox = new Outbox(studentId, owner, null, now, sitting);
    try {
      const disk = await openDisk();
      for (const run of disk ? await inTime(disk.claim(studentId, owner, now())) : []) {
        outbox.runs.set(run.attach.runId, run);
      }
      outbox.disk = disk;
    } catch {
      // Private windows of some browsers: memory is all there is, and `durable` says so.
      noteNotKept('data');
    }
    return outbox;
  }

  /** Whether it outlives this page. False: the browser has no IndexedDB here, or a write has failed (disk full) or was never answered. */
  get durable(): boolean {
    return this.disk !== null;
  }

  get(runId: string): OutboxRun | null {
    return this.runs.get(runId) ?? null;
  }

  /** All runs, oldest first. */
  list(): OutboxRun[] {
    return [...this.runs.values()];
  }

  /** Batches that are neither acknowledged nor given up. */
  get unsent(): number {
    return this.list().reduce((sum, run) => sum + (run.parked ? 0 : run.batches.length), 0);
  }

  /** Begins a run. Does nothing where it is there already. */
  open(attach: RunAttach): Promise<void> {
    return this.writes.run(async () => {
      if (this.runs.has(attach.runId)) return;
      const begun = this.sitting === null ? attach : { ...attach, classId: this.sitting };
      const run = newOutboxRun(this.studentId, begun, this.now());
      await this.onDisk((disk) => disk.create(run, this.owner), undefined);
      this.runs.set(attach.runId, run);
    });
  }

  /**
   * Puts a batch in and gives it the next sequence. `taken`: another page has taken the run over (or it is not here);
   * nothing was put in.
   */
  append(runId: string, batch: NewBatch): Promise<'kept' | 'taken'> {
    return this.writes.run(async () => {
      const run = this.runs.get(runId);
      if (!run) return 'taken';
      const numbered = { sequence: run.lastSequence + 1, ...batch };
      const kept = await this.onDisk((disk) => disk.append(runId, this.owner, numbered, this.now()), 'kept');
      if (kept === 'taken') return 'taken';
      // Not the run from above: an acknowledgement may have come meanwhile.
      const current = this.runs.get(runId);
      if (current) this.runs.set(runId, withBatch(current, numbered, this.now()));
      return 'kept';
    });
  }

  /** The server has committed everything up to `highWater`. A run that has ended and is all there is forgotten. */
  acknowledge(runId: string, highWater: number): Promise<void> {
    const before = this.runs.get(runId);
    if (!before) return Promise.resolve();
    const run = withAcknowledged(before, highWater);
    this.runs.set(runId, run);
    if (!isOpen(run.state) && run.batches.length === 0) return this.forget(runId);
    return this.writes.run(() => this.onDisk((disk) => disk.acknowledge(runId, highWater), undefined));
  }

  /** The server will take no more of this run: it is kept for a while and not sent. */
  park(runId: string, code: RefusalCode): Promise<void> {
    const run = this.runs.get(runId);
    if (run) this.runs.set(runId, { ...run, parked: code });
    return this.writes.run(() => this.onDisk((disk) => disk.park(runId, this.owner, code), undefined));
  }

  /** Resolves when every write that was asked for so far is done. */
  async settled(): Promise<void> {
    await this.writes.settled();
  }

  close(): void {
    void this.writes.run(async () => this.disk?.close());
  }

  private forget(runId: string): Promise<void> {
    this.runs.delete(runId);
    return this.writes.run(() => this.onDisk((disk) => disk.remove(runId, this.owner), undefined));
  }

  /** Writes to disk where there is one; a failing disk is given up for good, memory goes on. */
  private async onDisk<Result>(
    write: (disk: OutboxDisk) => Promise<Result>,
    without: Result,
  ): Promise<Result> {
    if (!this.disk) return without;
    try {
      return await inTime(write(this.disk));
    } catch {
      noteNotKept('data');
      this.disk.close();
      this.disk = null;
      return without;
    }
  }
}

export interface OutboxMeans {
  openDisk?: () => Promise<OutboxDisk | null>;
  now?: () => number;
  /** The sitting in which runs begin from now on: what is left of one may be sent while the student is in a later one. */
  sitting?: string | null;
}
