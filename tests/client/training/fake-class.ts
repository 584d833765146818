import type { ClassSnapshot, StudentSession } from '@/client/live/class-session';
import { LiveTelemetry } from '@/client/live/live-telemetry';
import { SightLine } from '@/client/live/sight-line';
import { refuse } from '@/protocol/refusals';
import type { Batch, Point, RunAppend, RunAttach, RunSummary } from '@/protocol/run';
import type { ClassFacts, StudentView } from '@/protocol/views';
import { studentView } from '@/tests/client/live/class-views';

interface KeptRun {
  attach: RunAttach;
  epoch: number;
  batches: Batch[];
}

/** A class as a student's session shows it, with the server's rules for runs behind it. */
export class FakeClass implements StudentSession {
  readonly wall = { list: () => [] };
  readonly code = 'ABCDEF';
  readonly telemetry = new LiveTelemetry();
  readonly runs = new Map<string, KeptRun>();
  readonly pool: StudentSession['pool'] = {
    ask: async () => ({ ok: false, code: 'no-pool' }),
    subscribe: () => () => {},
    onAttached: () => () => {},
  };
  readonly sights = new SightLine(async () => null);
  private version = 1;
  private current: ClassSnapshot<StudentView> = {
    connection: 'online',
    offlineSince: null,
    serverStopping: false,
    storage: 'ok',
    refusal: null,
    view: studentView(1),
    clockOffset: 0,
  };
  private readonly listeners = new Set<() => void>();

  snapshot() {
    return this.current;
  }

  subscribe(listener: () => void) {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Changes what the class says of itself. */
  say(facts: Partial<ClassFacts>): void {
    this.version += 1;
    this.set({ view: studentView(this.version, facts) });
  }

  set(changes: Partial<ClassSnapshot<StudentView>>): void {
    this.current = { ...this.current, ...changes };
    for (const listener of [...this.listeners]) listener();
  }

  authorization = () => null;

  async countEnsemble() {
    return refuse('not-attached');
  }

  async runAudit() {
    return refuse('not-attached');
  }

  async averageNetworks() {
    return refuse('not-attached');
  }

  async readUnits() {
    return refuse('not-attached');
  }

  async tryToFool() {
    return refuse('not-attached');
  }

  async readDrawings() {
    return refuse('not-attached');
  }

  onUnit() {
    return () => {};
  }

  async sendUnit() {
    return refuse('not-attached');
  }

  async giveReturnCode() {
    return { ok: false, code: 'not-allowed' } as const;
  }

  async reportCondition() {
    return { ok: true } as const;
  }

  onAttached() {
    return () => {};
  }

  async attachRun(attach: RunAttach) {
    if (this.current.connection !== 'online') return null;
    const run = this.runs.get(attach.runId) ?? { attach, epoch: 0, batches: [] };
    this.runs.set(attach.runId, run);
    run.epoch += 1;
    return { ok: true, epoch: run.epoch, highWater: run.batches.length } as const;
  }

  async appendBatch({ runId, epoch, batch }: RunAppend) {
    if (this.current.connection !== 'online') return null;
    const run = this.runs.get(runId);
    if (!run) return { ok: false, code: 'unknown-run' } as const;
    const highWater = run.batches.length;
    if (epoch !== run.epoch) return { ok: false, code: 'run-stale', highWater } as const;
    if (batch.sequence > highWater + 1) return { ok: false, code: 'run-gap', highWater } as const;
    if (batch.sequence === highWater + 1) run.batches.push(batch);
    return { ok: true, highWater: run.batches.length } as const;
  }

  async listRuns() {
    return { ok: true, runs: [...this.runs.keys()].map((id) => this.summary(id)) } as const;
  }

  async readRun(runId: string) {
    if (!this.runs.has(runId)) return { ok: false, code: 'unknown-run' } as const;
    return { ok: true, run: this.summary(runId), points: this.points(runId) } as const;
  }

  points(runId: string): Point[] {
    return this.runs.get(runId)?.batches.flatMap(({ points }) => points) ?? [];
  }

  steps(runId: string): number[] {
    return this.points(runId).map(({ step }) => step);
  }

  states(runId: string): string[] {
    return this.runs.get(runId)?.batches.map(({ state }) => state) ?? [];
  }

  async command() {
    return { ok: true, version: this.version } as const;
  }

  async handIn() {
    return { ok: false, code: 'no-challenge' } as const;
  }

  async nextRows() {
    return { ok: false, code: 'no-such-step' } as const;
  }

  subscribeTelemetry() {
    return () => undefined;
  }

  screenFrame() {
    return null;
  }

  subscribeScreenFrame() {
    return () => undefined;
  }

  retry() {}
  close() {}

  private summary(runId: string): RunSummary {
    const { attach, batches } = this.runs.get(runId)!;
    const points = this.points(runId);
    return {
      id: runId,
      studentId: this.current.view!.me.id,
      experiment: attach.experiment,
      backend: attach.backend,
      state: batches.at(-1)?.state ?? 'paused',
      createdAt: attach.startedAt,
      updatedAt: attach.startedAt,
      highWater: batches.length,
      pointCount: points.length,
      last: points.at(-1) ?? null,
      report: batches.at(-1)?.report ?? null,
      verifiedAccuracy: null,
    };
  }
}
