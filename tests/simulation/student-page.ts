import { Outbox } from '@/client/live/outbox';
import { RunSender, type SenderSession } from '@/client/live/run-sender';
import { SocketClassSession } from '@/client/live/socket-class-session';
import type { Credentials } from '@/protocol/attach';
import type { RunAppend, RunAttach } from '@/protocol/run';
import type { StudentView } from '@/protocol/views';
import { newRun, pointOf } from './run-points';
import { PageDisk } from './simulated-disk';
import { SimulatedWire } from './simulated-wire';
import { SimulatedProcess } from './virtual-time';
import { watchViews } from './watch-views';
import type { World } from './world';

/** What of a student outlives a page: who it is, and the browser's disk. */
export interface Browser {
  name: string;
  nickname: string;
  credentials: Credentials;
  /** The page before has noted that the place is its own. */
  hasPlace: boolean;
}

const STEPS_MOST = 4;
/** Points after which a run ends and another is begun. */
const RUN_STEPS = 40;

/** A student's page: the real session, outbox and sender, over a simulated wire and disk, until it is closed or dies. */
export class StudentPage {
  readonly process: SimulatedProcess;
  readonly wire: SimulatedWire;
  session!: SocketClassSession<StudentView>;
  outbox: Outbox | null = null;
  private sender: RunSender | null = null;
  private readonly disk: PageDisk;
  private returned: () => void = () => undefined;

  constructor(
    private readonly world: World,
    readonly browser: Browser,
    name: string,
  ) {
    this.process = new SimulatedProcess(name);
    this.wire = new SimulatedWire(world, this.process, {});
    this.disk = new PageDisk(world, browser.name);
  }

  open(): void {
    this.world.time.after(this.world.random.between(1, 200), this.process, () => void this.live());
  }

  /** Gone in the middle of whatever it was doing. */
  die(): void {
    this.world.tell(`${this.process.name} dies`);
    this.process.alive = false;
    this.disk.pageGone();
    this.wire.line?.leave(this.world.random.chance(0.7) ? 20 : this.world.random.between(20, 12_000));
  }

  /** Somebody looks at the page again. */
  lookAt(): void {
    this.world.time.after(0, this.process, () => this.returned());
  }

  private async live(): Promise<void> {
    const { world, browser } = this;
    const { credentials, nickname } = browser;
    const { studentId } = credentials;
    world.record.honest.set(studentId, { nickname, secret: credentials.secret });
    this.session = new SocketClassSession<StudentView>({
      code: world.database.state.code,
      as: () =>
        browser.hasPlace ? { kind: 'student', credentials } : { kind: 'newcomer', nickname, credentials },
      wire: this.wire,
      signals: {
        onReturn: (listener) => {
          this.returned = listener;
          return () => undefined;
        },
      },
    });
    watchViews(world, this.session, { kind: 'student', studentId });
    this.session.onAttached(() => {
      browser.hasPlace = true;
      world.record.joined.add(studentId);
      world.tell('attached');
    });
    this.outbox = await Outbox.open(studentId, { openDisk: this.disk.open });
    this.sender = new RunSender(this.outbox, this.recordingSession());
    while (!world.isCalm) {
      await world.pause(world.random.between(150, 2_500));
      if (world.isCalm) return;
      if (world.random.chance(0.8)) await this.train();
      else await this.takePart();
    }
  }

  /** The session as the sender has it, with what it acknowledges written down. */
  private recordingSession(): SenderSession {
    const { session, world } = this;
    const noted = async <Given extends { ok: boolean; highWater?: number }>(
      name: string,
      runId: string,
      asked: Promise<Given | null>,
    ) => {
      const answer = await asked;
      world.answered(name, answer as never);
      if (answer?.ok) world.record.acknowledge(runId, answer.highWater!);
      return answer;
    };
    return {
      snapshot: () => session.snapshot(),
      subscribe: (listener) => session.subscribe(listener),
      attachRun: (run: RunAttach) => noted('run:attach', run.runId, session.attachRun(run)),
      appendBatch: (append: RunAppend) => noted('run:append', append.runId, session.appendBatch(append)),
    };
  }

  /** Some more points of the run that goes on, or the first of another. */
  private async train(): Promise<void> {
    const { world, outbox } = this;
    if (!outbox || this.session.snapshot().view?.class.phase !== 'live') return;
    const { record, random } = world;
    let run = outbox.list().findLast(({ state, parked }) => state !== 'finished' && parked === null);
    if (!run) {
      const runId = random.hex(16);
      record.ownerOfRun.set(runId, this.browser.credentials.studentId);
      await outbox.open(newRun(runId));
      run = outbox.get(runId) ?? undefined;
      if (!run) return;
    }
    const { runId } = run.attach;
    const first = Math.max(0, run.lastStep) + 1;
    const last = first + random.below(STEPS_MOST);
    const steps = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const batch = {
      points: steps.map((step) => pointOf(runId, step)),
      state: last >= RUN_STEPS ? ('finished' as const) : ('training' as const),
      report: null,
    };
    const sequence = run.lastSequence + 1;
    if ((await outbox.append(runId, batch)) !== 'kept') return;
    record.counts.batches += 1;
    record.kept.set(runId, Math.max(sequence, record.kept.get(runId) ?? 0));
    this.sender?.appended(runId);
    if (random.chance(0.06)) this.submit(runId);
  }

  /** Hands the run's network in: who scores it hears of it, as the server's line does from its disk. */
  private submit(runId: string): void {
    const { studentId } = this.browser.credentials;
    if (!this.world.database.runs.has(runId)) return;
    this.world.record.submissions.set(this.world.random.hex(16), { studentId, runId, isKept: false });
  }

  private async takePart(): Promise<void> {
    const { session, world } = this;
    const { random, record } = world;
    const { studentId } = this.browser.credentials;
    if (session.snapshot().connection !== 'online') return;
    const what = random.below(4);
    record.counts.commands += 1;
    if (what === 0) {
      const message = session.snapshot().view?.message;
      if (message) await this.command({ type: 'message:dismiss', messageId: message.id });
    } else if (what === 1) {
      await this.command(random.chance(0.5) ? { type: 'help:ask', kind: 'need' } : { type: 'help:end' });
    } else {
      const choice = random.below(2);
      const item = random.below(2);
      const question = `quiz before ${item}`;
      record.asked(studentId, question, choice);
      const choices: [number | null, number | null] = item === 0 ? [choice, null] : [null, choice];
      const isKept = await this.command({ type: 'quiz:answer', when: 'before', choices });
      if (isKept) record.answersKept.set(`${studentId} ${question}`, choice);
    }
  }

  private async command(command: Parameters<SocketClassSession['command']>[0]): Promise<boolean> {
    const answer = await this.session.command(command);
    this.world.answered(command.type, answer);
    if (answer.ok) this.world.record.told(answer.version);
    return answer.ok;
  }
}
