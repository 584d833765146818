import type { ClassState } from '@/classroom/state';
import { trainsPictures } from '@/protocol/run-kind';
import type { Fence } from '@/server/store/fence';
import { ClassHost, type HostParts } from './class-host';
import type { LiveClass } from './live-class';
import { type NodeDuty, type RoomKeeper, roomOf } from './room-keeper';
import { RunLedger } from './run-ledger';
import { runsAtBenches } from './runs-at-benches';

/** Milliseconds after which a class that nobody uses is dropped from memory. */
const IDLE_MS = 5 * 60 * 1000;
const SWEEP_MS = 30 * 1000;
/** Points of a run from which its small live curve is made anew. */
const CURVE_POINTS_READ = 500;
/** Runs whose points are read at the same time when a class is loaded. */
const READERS = 4;

/** Every class that is live on this node, loaded when first asked for. The one way to a class's live state. */
export class LiveClasses {
  private readonly hosts = new Map<string, ClassHost>();
  private readonly loading = new Map<string, Promise<ClassHost | null>>();
  private readonly sweeper: NodeJS.Timeout;
  private readonly duties = new Set<NodeDuty>();
  private closed = false;

  /** @param rooms where there are several nodes: null on the only one */
  constructor(
    private readonly parts: HostParts,
    private readonly rooms: RoomKeeper | null = null,
  ) {
    this.sweeper = setInterval(() => this.sweep(), SWEEP_MS);
    this.sweeper.unref();
    rooms?.onLost((room) => this.letGo(room));
  }

  /** Has a room here, where there are several nodes. @throws ElsewhereError while another has it */
  async claim(room: string): Promise<void> {
    await this.rooms?.claim(room);
  }

  /** The same for what one node does for all, until it ends. @throws ElsewhereError while another does it */
  async claimForGood(duty: NodeDuty): Promise<void> {
    this.duties.add(duty);
    await this.claim(duty);
  }

  /** The class with this code: the open one, else the one that ended last. */
  async byCode(code: string): Promise<LiveClass | null> {
    for (const host of this.hosts.values()) {
      if (host.code === code && host.state().phase !== 'ended') return this.inUse(host);
    }
    const stored = await this.parts.store.findClassByCode(code);
    return stored ? this.host(stored.id) : null;
  }

  /** Whether a class that is not over has this code and is in memory: then nobody has to ask the store. */
  hasOpen(code: string): boolean {
    return [...this.hosts.values()].some((host) => host.code === code && host.state().phase !== 'ended');
  }

  byId(id: string): Promise<LiveClass | null> {
    return this.host(id);
  }

  /** A sitting has begun: whoever is still at an earlier one of its group goes there. */
  leadTo({ id, groupId }: ClassState): void {
    for (const host of this.hosts.values())
      if (host.id !== id && groupId !== null && host.state().groupId === groupId) host.leadOn();
  }

  /** Removes a class and everything in it. */
  async deleteClass(id: string): Promise<void> {
    const host = await this.host(id);
    if (!host) return;
    await host.deleteClass();
    host.close();
    this.hosts.delete(id);
  }

  /** Before an account goes: what the teacher shares stays with the other owners, the rest is deleted. */
  async letGoOf(teacherId: string): Promise<void> {
    for (const { id } of await this.parts.store.listClasses(teacherId)) {
      const host = await this.host(id);
      const answer = await host?.ask({ type: 'owner:remove', teacherId }, { kind: 'server' });
      if (!answer || answer.ok) continue;
      // Anything else than that there is nobody to leave it to: the account stays, and may be closed again.
      if (answer.code !== 'last-owner') throw new Error(`a class could not be left: ${answer.code}`);
      await this.deleteClass(id);
    }
  }

  /** For the metrics: classes in memory, and students attached. */
  counts(): { classes: number; students: number } {
    let students = 0;
    for (const host of this.hosts.values()) {
      for (const viewer of host.viewers) if (viewer.role.kind === 'student') students += 1;
    }
    return { classes: this.hosts.size, students };
  }

  /** Writes what is gathered before it is written. */
  async flush(): Promise<void> {
    await Promise.all([...this.hosts.values()].map((host) => host.steps.flush()));
  }

  close(): void {
    this.closed = true;
    clearInterval(this.sweeper);
    for (const host of this.hosts.values()) host.close();
    this.hosts.clear();
  }

  /** Whoever is given a class may only attach to it in a moment: another copy of it must not be loaded meanwhile. */
  private inUse(host: ClassHost): ClassHost {
    host.lastUse = this.parts.now();
    return host;
  }

  private async host(id: string): Promise<ClassHost | null> {
    const known = this.hosts.get(id);
    if (known) return this.inUse(known);
    const underWay = this.loading.get(id);
    if (underWay) return underWay;
    const load = this.load(id).finally(() => this.loading.delete(id));
    this.loading.set(id, load);
    return load;
  }

  private async load(id: string): Promise<ClassHost | null> {
    const { store } = this.parts;
    const { rooms } = this;
    const stored = rooms && (await store.loadClass(id));
    const fence = stored ? await rooms.claim(roomOf(stored)) : undefined;
    // Read once it is here: what another node wrote before is all there by now.
    const [state, runs, steps] = await Promise.all([
      store.loadClass(id),
      store.listRuns(id, null),
      store.listStepRecords(id),
    ]);
    if (!state || this.closed) return null;
    const host = new ClassHost(state, new RunLedger(runs), this.partsWith(fence), steps);
    for (const run of runsAtBenches(runs.filter(trainsPictures)))
      host.telemetry.attached(run, run.state, run.last ? [run.last] : []);
    this.hosts.set(id, host);
    void this.restoreCurves(host, state);
    return host;
  }

  private partsWith(fence: Fence | undefined): HostParts {
    return fence ? { ...this.parts, fence, fenced: () => this.letGo(fence.room) } : this.parts;
  }

  private letGo(room: string): void {
    for (const [id, host] of this.hosts) {
      if (roomOf(host.state()) !== room) continue;
      this.hosts.delete(id);
      host.letGo();
    }
  }

  /** Reads the latest run of each student, a few at a time, so that curves and states are what they were. */
  private async restoreCurves(host: ClassHost, state: ClassState): Promise<void> {
    const waiting = Object.keys(state.students);
    const readNext = async (): Promise<void> => {
      for (let id = waiting.pop(); id !== undefined && !this.closed; id = waiting.pop()) {
        const { runId } = host.telemetry.of(id);
        const read = runId === null ? null : await this.parts.store.readRun(runId, CURVE_POINTS_READ);
        if (read) host.telemetry.restored(id, read.run.id, read.points);
      }
    };
    try {
      await Promise.all(Array.from({ length: READERS }, readNext));
    } catch (error) {
      if (!this.closed) this.parts.log.error({ err: error, classId: host.id }, 'curves could not be read');
    }
  }

  private sweep(): void {
    const before = this.parts.now() - IDLE_MS;
    for (const [id, host] of this.hosts) {
      if (!host.isIdle() || host.lastUse > before) continue;
      host.close();
      this.hosts.delete(id);
    }
    void this.releaseUnused();
  }

  private async releaseUnused(): Promise<void> {
    const inUse = new Set<string>([
      ...this.duties,
      ...[...this.hosts.values()].map((host) => roomOf(host.state())),
    ]);
    try {
      await this.rooms?.releaseUnused(inUse, SWEEP_MS);
    } catch (error) {
      this.parts.log.warn({ err: error }, 'rooms that nobody uses could not be given up yet');
    }
  }
}
