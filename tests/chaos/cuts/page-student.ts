import 'fake-indexeddb/auto';
import { Outbox } from '@/client/live/outbox';
import { OutboxDisk } from '@/client/live/outbox-disk';
import { randomId } from '@/client/live/random-id';
import { RunSender, type SenderSession } from '@/client/live/run-sender';
import { SocketClassSession } from '@/client/live/socket-class-session';
import { SocketIoWire } from '@/client/live/socket-io-wire';
import { newCredentials } from '@/people/credentials';
import { EXPERIMENT, point } from '@/people/sample-run';
import { until } from '@/people/until';
import type { AttachInput } from '@/protocol/attach';
import type { RunAppend } from '@/protocol/run';
import type { RunState } from '@/protocol/run-state';
import type { StudentView } from '@/protocol/views';

const EVERY_MS = 500;

/** What a student's side knows of its run: to be compared with what the server has. */
export interface Recorded {
  nickname: string;
  isForgetful: boolean;
  runId: string;
  /** Points that were recorded, of the steps 1, 2, 3 … */
  points: number;
  /** Of those, how many the page took for stored. */
  acknowledged: number;
  /** Batches that wait to be sent. */
  left: number;
  /** How often the connection was lost. */
  losses: number;
  /** Milliseconds that answers took, in order of length. */
  answerMs: number[];
}

/** A student's page without a browser: the product's own session, outbox and sender. Records without pause, connected or not. */
export class PageStudent {
  readonly runId = randomId();
  private step = 0;
  private acknowledged = 0;
  private losses = 0;
  private readonly answerMs: number[] = [];
  private recording: Promise<void> | null = null;
  private over = false;

  private constructor(
    private readonly nickname: string,
    private readonly isForgetful: boolean,
    private readonly session: SocketClassSession<StudentView>,
    private readonly outbox: Outbox,
    private readonly sender: RunSender,
  ) {
    let wasOnline = true;
    session.subscribe(() => {
      const isOnline = session.snapshot().connection === 'online';
      if (wasOnline && !isOnline) this.losses += 1;
      wasOnline = isOnline;
    });
  }

  /** Joins. `isForgetful`, as the control: what was sent is taken for stored, and forgotten. */
  static async join(url: string, code: string, nickname: string, isForgetful = false): Promise<PageStudent> {
    const credentials = newCredentials();
    let as: AttachInput['as'] = { kind: 'newcomer', nickname, credentials };
    const session = new SocketClassSession<StudentView>({ code, as: () => as, wire: new SocketIoWire(url) });
    await until(`${nickname} is in`, () => session.snapshot().connection === 'online');
    as = { kind: 'student', credentials };
    const outbox = await Outbox.open(credentials.studentId, { openDisk: () => OutboxDisk.open(nickname) });
    const heard: { by: PageStudent | null } = { by: null };
    const line: SenderSession = {
      snapshot: () => session.snapshot(),
      subscribe: (listener) => session.subscribe(listener),
      attachRun: (run) => session.attachRun(run),
      appendBatch: (append) => heard.by!.append(append),
    };
    const sender = new RunSender(outbox, line);
    heard.by = new PageStudent(nickname, isForgetful, session, outbox, sender);
    return heard.by;
  }

  /** Begins a run, and records it until `finish`. */
  async begin(): Promise<void> {
    const { runId } = this;
    await this.outbox.open({ runId, experiment: EXPERIMENT, backend: 'wasm', startedAt: Date.now() });
    this.recording = this.record();
  }

  /** Ends the run; resolves once nothing waits to be sent, or nothing more can be. */
  async finish(): Promise<Recorded> {
    this.over = true;
    await this.recording;
    await this.put('finished');
    await until(
      `all of ${this.nickname} is sent`,
      () => this.outbox.unsent === 0 || this.sender.parked(this.runId) !== null,
    );
    const { nickname, isForgetful, runId, step, acknowledged, losses } = this;
    const left = this.outbox.get(runId)?.batches.length ?? 0;
    const answerMs = this.answerMs.sort((a, b) => a - b);
    this.sender.close();
    this.session.close();
    return { nickname, isForgetful, runId, points: step, acknowledged, left, losses, answerMs };
  }

  private async record(): Promise<void> {
    while (!this.over) {
      await this.put('training');
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  }

  private async put(state: RunState): Promise<void> {
    this.step += 2;
    const points = [point(this.step - 1), point(this.step)];
    await this.outbox.append(this.runId, { points, state, report: null });
    this.sender.appended(this.runId);
  }

  private async append(append: RunAppend) {
    const sentAt = performance.now();
    const answering = this.session.appendBatch(append);
    if (this.isForgetful) {
      this.promised(append.batch.sequence);
      return { ok: true as const, highWater: append.batch.sequence };
    }
    const answer = await answering;
    if (answer?.ok) {
      this.answerMs.push(performance.now() - sentAt);
      this.promised(answer.highWater);
    }
    return answer;
  }

  private promised(highWater: number): void {
    this.acknowledged = Math.max(this.acknowledged, highWater * 2);
  }
}
