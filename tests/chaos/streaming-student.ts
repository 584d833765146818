import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { point } from '@/people/sample-run';
import { TabStudent } from '@/people/student';
import { Tab } from '@/people/tab';
import type { Batch } from '@/protocol/run';

/** Milliseconds between two handfuls of batches: sooner, and the machine is busy with them instead of with coming back. */
const BETWEEN_MS = 100;
/** Before a line that came to nothing is opened anew: many who hammer would keep one another out by the server's own limits. */
const REST_MS = 300;

/** One run as the student knows it: what was acknowledged must be in the store for ever. */
export interface StreamedRun {
  id: string;
  acked: number;
}

/**
 * A student that streams without pause and keeps what is not acknowledged, as the product's outbox does. It writes down
 * what it was promised, so that somebody else can look whether the promise was kept.
 */
export class StreamingStudent {
  readonly runs: StreamedRun[] = [];
  /** Batches that were acknowledged and that the server did not know at a later attach. */
  lost = 0;
  private readonly student: TabStudent;
  private outbox: Batch[] = [];
  private sequence = 0;
  private stopped = false;
  private known = false;
  private closed = false;
  /** Why it was last sent away, for who looks for the reason of a silence. */
  trouble = '';

  constructor(url: string, code: string, nickname: string) {
    const tab = new Tab(url, { patienceMs: 5_000, reconnectionDelay: 50, reconnectionDelayMax: 200 });
    this.student = new TabStudent(tab, code, nickname);
    tab.socket.on('connect', () => void this.comeBack());
  }

  /** Batches that were acknowledged so far. */
  acked(): number {
    return this.runs.reduce((sum, run) => sum + run.acked, 0);
  }

  /** Sends no more; resolves when everything has been acknowledged. */
  async finish(): Promise<void> {
    this.stopped = true;
    while (this.outbox.length > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  close(): void {
    this.stopped = true;
    this.closed = true;
    this.student.tab.close();
  }

  /** Who is not let in on this line (a node looks in vain for the one that has the class) opens another, as a page does. */
  private async comeBack(): Promise<void> {
    const { socket } = this.student.tab;
    const { id } = socket;
    try {
      await this.resume();
    } catch (error) {
      this.trouble = (error as Error).message;
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
      if (!this.closed && socket.connected && socket.id === id) socket.disconnect().connect();
    }
  }

  private async resume(): Promise<void> {
    await (this.known ? this.student.comeBack() : this.student.join());
    this.known = true;
    const run = this.runs.at(-1) ?? this.begin();
    const opened = await this.openRun(run.id);
    if (opened.highWater < run.acked) {
      // What was promised is gone, and with it the way to go on: the rest of this run would be a gap.
      this.lost += run.acked - opened.highWater;
      run.acked = opened.highWater;
      const fresh = this.begin();
      return this.stream(fresh, (await this.openRun(fresh.id)).epoch);
    }
    this.acknowledge(run, opened.highWater);
    return this.stream(run, opened.epoch);
  }

  private begin(): StreamedRun {
    const run = { id: freshId(), acked: 0 };
    this.runs.push(run);
    this.outbox = [];
    this.sequence = 0;
    return run;
  }

  private async openRun(runId: string): Promise<{ epoch: number; highWater: number }> {
    const given = { backend: 'wasm', startedAt: Date.now() };
    return mustBeOk(await this.student.tab.attachRun(runId, given));
  }

  /** Sends until the connection is lost: four batches under way at a time, each made once and sent as often as needed. */
  private async stream(run: StreamedRun, epoch: number): Promise<void> {
    const { tab } = this.student;
    const { id } = tab.socket;
    while (tab.socket.connected && tab.socket.id === id) {
      while (!this.stopped && this.outbox.length < 4) this.outbox.push(this.makeBatch());
      if (this.outbox.length === 0) return;
      const answers = await Promise.all(this.outbox.map((batch) => tab.append(run.id, epoch, batch)));
      for (const answer of answers) {
        if (answer.highWater !== undefined) this.acknowledge(run, answer.highWater);
        if (!answer.ok && answer.code === 'too-many-points') {
          const next = this.begin();
          return this.stream(next, (await this.openRun(next.id)).epoch);
        }
      }
      const refused = answers.find((answer) => !answer.ok);
      if (refused && !refused.ok) this.trouble = refused.code;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    }
  }

  private makeBatch(): Batch {
    this.sequence += 1;
    const step = this.sequence * 2;
    return {
      sequence: this.sequence,
      points: [point(step - 1), point(step)],
      state: 'training',
      report: null,
    };
  }

  private acknowledge(run: StreamedRun, highWater: number): void {
    run.acked = Math.max(run.acked, highWater);
    this.outbox = this.outbox.filter(({ sequence }) => sequence > run.acked);
  }
}
