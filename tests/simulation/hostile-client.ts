import { newRun, pointOf } from './run-points';
import type { Line } from './simulated-network';
import { SimulatedProcess } from './virtual-time';
import type { World } from './world';

interface Answered {
  ok: boolean;
  code?: string;
  epoch?: number;
  highWater?: number;
}

/** Somebody in the class who writes a program of its own: repeats, forges, takes others' ids and names, and hopes for the best. */
export class HostileClient {
  readonly process: SimulatedProcess;
  private readonly studentId: string;
  private readonly secret: string;
  private line: Line | null = null;
  private epoch = 1;
  private readonly runId: string;

  constructor(
    private readonly world: World,
    private readonly name: string,
  ) {
    this.process = new SimulatedProcess(name);
    this.studentId = world.random.hex(16);
    this.secret = world.random.hex(32);
    this.runId = world.random.hex(16);
    world.record.hostile.add(this.studentId);
    world.record.ownerOfRun.set(this.runId, this.studentId);
  }

  open(): void {
    this.world.time.after(this.world.random.between(10, 3_000), this.process, () => void this.live());
  }

  private async live(): Promise<void> {
    const { world } = this;
    const { random } = world;
    while (!world.isCalm) {
      await world.pause(random.between(20, 1_200));
      if (world.isCalm) return;
      if (!this.line && !(await this.enter())) continue;
      world.record.counts.hostile += 1;
      await this.attack();
    }
  }

  private async enter(): Promise<boolean> {
    const { world } = this;
    this.line = world.network.connect(
      this.process,
      {},
      {
        said: () => undefined,
        lost: () => {
          this.line = null;
        },
      },
    );
    if (!this.line) return false;
    const credentials = { studentId: this.studentId, secret: this.secret };
    const as = { kind: 'newcomer', nickname: `Mallory ${this.name}`, credentials };
    await this.ask('attach', { code: world.database.state.code, as });
    const attached = await this.ask('run:attach', newRun(this.runId));
    if (attached?.ok) this.epoch = attached.epoch!;
    return true;
  }

  private async attack(): Promise<void> {
    const { random, record, database } = this.world;
    // Ids are drawn from 2^128: whoever knows one has seen its student in the class.
    const victims = [...record.joined];
    const victim = victims.length > 0 ? random.pick(victims) : this.studentId;
    const runs = [...database.runs.keys()];
    const foreign = runs.length > 0 ? random.pick(runs) : this.runId;
    switch (random.below(9)) {
      case 0:
        // The same ids again, at once, with other points.
        await Promise.all([1, 1, 2].map((sequence) => this.append(this.runId, sequence)));
        break;
      case 1:
        // An old sequence, and one far ahead.
        await this.append(this.runId, 1);
        await this.append(this.runId, 2 + random.below(50));
        break;
      case 2:
        // Whoever knows an id has to guess how far the run is, and its epoch.
        for (let guess = 0; guess < 6; guess += 1)
          await this.append(foreign, 1 + random.below(12), 1 + random.below(2));
        break;
      case 3:
        await this.ask('run:attach', newRun(foreign));
        break;
      case 4:
        await this.asAnother(victim);
        break;
      case 5:
        await this.command({ type: random.pick(['class:end', 'class:pause', 'step:next', 'class:begin']) });
        await this.command({ type: 'student:ban', studentId: victim });
        break;
      case 6:
        await this.forgedNumbers();
        break;
      case 7:
        await this.command({
          type: 'quiz:answer',
          when: 'before',
          choices: [random.below(9), null],
          studentId: victim,
        });
        await this.command({ type: 'score:record', score: { id: 'x', studentId: victim } });
        break;
      default:
        await this.ask(random.pick(['run:steal', '__proto__', 'constructor', 'attach']), {
          studentId: victim,
        });
    }
  }

  private append(runId: string, sequence: number, epoch = this.epoch): Promise<Answered | null> {
    const points = [pointOf(this.runId, 1 + this.world.random.below(900))];
    return this.ask('run:append', {
      runId,
      epoch,
      batch: { sequence, points, state: 'training', report: null },
    });
  }

  /** Says that it is somebody else, over another line. */
  private async asAnother(victim: string): Promise<void> {
    const credentials = { studentId: victim, secret: this.secret };
    const { code } = this.world.database.state;
    const kind = this.world.random.pick(['student', 'newcomer']);
    const as = kind === 'student' ? { kind, credentials } : { kind, nickname: 'Ada', credentials };
    const answer = await this.ask('attach', { code, as });
    if (!answer?.ok || victim === this.studentId) return;
    this.world.record.violate('somebody got in as another student');
    // What somebody would do who is in.
    await this.command({ type: 'student:leave' });
  }

  private async forgedNumbers(): Promise<void> {
    const { random } = this.world;
    const bad = random.pick([1e308, -1, 2 ** 53, null, '1', Number.NaN]);
    const batch = {
      sequence: bad,
      points: [{ ...pointOf(this.runId, 1), step: bad }],
      state: 'training',
      report: null,
    };
    await this.ask('run:append', { runId: this.runId, epoch: bad, batch });
    const loud = { ...pointOf(this.runId, 1), loss: 1e300, examplesPerSecond: 1e300, epoch: 1e300 };
    await this.ask('run:append', {
      runId: this.runId,
      epoch: this.epoch,
      batch: { ...batch, sequence: 1, points: [loud] },
    });
    await this.command({ type: 'step:go', index: bad });
  }

  private command(command: object): Promise<Answered | null> {
    return this.ask('command', command);
  }

  private ask(name: string, payload: unknown): Promise<Answered | null> {
    const { line } = this;
    if (!line) return Promise.resolve(null);
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(null), 4_000);
      line.ask(name, payload, (answer) => {
        clearTimeout(timer);
        const { ok, code } = answer as Answered;
        this.world.tell(`${name} ${ok ? 'ok' : code}`);
        resolve(answer as Answered);
      });
    });
  }
}
