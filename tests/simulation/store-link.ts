import { byKey } from '@/classroom/kept';
import type { ClassState } from '@/classroom/state';
import type { StepRecord } from '@/classroom/step-records';
import type { ClassEvent } from '@/protocol/class-event';
import type { AppendRequest } from '@/server/store/append-request';
import { diffClass } from '@/server/store/class-change';
import type { Fence } from '@/server/store/fence';
import { unpackPoints } from '@/server/store/points';
import { StorageError } from '@/server/store/storage-trouble';
import type { RunToAttach } from '@/server/store/store';
import type { SimulatedProcess } from './virtual-time';
import type { World } from './world';

/** Milliseconds after which `pg` gives a statement up. */
const STATEMENT_MS = 5_000;

/** The way of one node to the database: takes time, is cut now and then, and keeps the order of what is asked. */
export class StoreLink {
  /** Nothing passes before this moment. */
  heldUntil = 0;
  /** Until then the disk takes nothing. */
  refusesUntil = 0;
  private lastArrival = 0;

  constructor(
    private readonly world: World,
    private readonly process: SimulatedProcess,
    private readonly node: string,
  ) {}

  // What a class asks of its store. The names and promises are those of server/store/store.

  saveClass(before: ClassState, after: ClassState, events: readonly ClassEvent[] = [], fence?: Fence) {
    const change = diffClass(before, after, events, fence);
    return this.write(() => this.world.database.applyChange(change, this.node));
  }

  appendBatches(requests: readonly AppendRequest[]) {
    return this.write(() => this.world.database.append(requests));
  }

  attachRun(run: RunToAttach, now: number) {
    return this.write(() => this.world.database.attachRun(run, now));
  }

  addEvents(_classId: string, events: readonly ClassEvent[]) {
    return this.write(() => this.world.database.addEvents(events));
  }

  saveStepRecords(_classId: string, records: readonly StepRecord[]) {
    return this.write(() => this.world.database.saveSteps(records));
  }

  findClassByCode(code: string) {
    return this.read(() => (this.world.database.state.code === code ? this.readState() : null));
  }

  loadClass(id: string) {
    return this.read(() => (this.world.database.state.id === id ? this.readState() : null));
  }

  findGroupByCode() {
    return this.read(() => null);
  }

  listRuns(_classId: string, studentId: string | null) {
    return this.read(() => this.world.database.listRuns(studentId));
  }

  listStepRecords() {
    return this.read(() => this.world.database.listSteps());
  }

  readRun(runId: string, most = Number.POSITIVE_INFINITY) {
    return this.read(() => {
      const row = this.world.database.runs.get(runId);
      if (!row) return null;
      const points = row.batches.flatMap((batch) => unpackPoints(batch.points));
      return { classId: row.run.classId, run: row.summary, points: points.slice(-most) };
    });
  }

  readPool() {
    return this.read(() => ({ labels: null, drawings: [] }));
  }

  ping() {
    return this.read(() => undefined);
  }

  probe() {
    return this.write(() => undefined);
  }

  /** A statement of the leases, over a connection of its own. */
  statement(text: string, values: readonly unknown[]): Promise<{ rows: object[] }> {
    const asked = this.ask(() => ({ rows: this.world.leases!.query(text, values) }), { ordered: false });
    const late = new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error('Query read timeout')), STATEMENT_MS);
    });
    return Promise.race([asked, late]);
  }

  private read<Result>(work: () => Result): Promise<Result> {
    return this.ask(work, { ordered: false });
  }

  private write<Result>(work: () => Result): Promise<Result> {
    return this.ask(
      () => {
        if (this.world.time.now < this.refusesUntil) throw new StorageError('full');
        return work();
      },
      { ordered: true },
    );
  }

  /** Done in one moment, which is the commit: whoever is killed before it has asked for nothing, unless the database is another machine's. */
  private ask<Result>(work: () => Result, { ordered }: { ordered: boolean }): Promise<Result> {
    const { world, process } = this;
    const { time, random } = world;
    const survives = world.nodes > 1 && random.chance(0.5);
    const takes = random.chance(0.02) ? random.between(50, 900) : random.between(0.3, 12);
    let commit = Math.max(time.now + takes, this.heldUntil);
    if (ordered) {
      commit = Math.max(commit, this.lastArrival);
      this.lastArrival = commit;
    }
    return new Promise((resolve, reject) => {
      time.after(commit - time.now, world.databaseProcess, () => {
        if (!process.alive && !survives) return;
        let settle: () => void;
        try {
          const result = work();
          settle = () => resolve(result);
        } catch (error) {
          settle = () => reject(error);
        }
        const back = Math.max(random.between(0.1, 2), this.heldUntil - time.now);
        time.after(back, process, settle);
      });
    });
  }

  /** As rows are read: other objects than those that were written. */
  private readState(): ClassState {
    return rebuilt(this.world.database.state);
  }
}

function rebuilt(state: ClassState): ClassState {
  return {
    ...state,
    students: { ...state.students },
    results: byKey('results', Object.values(state.results)),
    answers: byKey('answers', Object.values(state.answers)),
  };
}
