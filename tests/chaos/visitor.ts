import { mustBeOk } from '@/people/must-be-ok';
import { RecordingTab } from '@/people/recording-tab';
import { TabStudent } from '@/people/student';
import type { Credentials } from '@/protocol/attach';
import type { Deeds, Doer } from './deeds';
import type { Promised } from './promises';

/** Milliseconds between two visits: a class has had so many students at most. */
const BETWEEN_MS = 150;

/** Comes to a class as one new student after another, does the deeds of that class, and keeps what it was promised. */
export class Visitor {
  readonly promises: Promised[] = [];
  /** Repeats of an unanswered deed that were refused: each would be a loss that its student sees. */
  refusedRepeats = 0;
  private stopped = false;
  private unanswered: { credentials: Credentials; repeat: (doer: Doer) => Promise<void> } | null = null;
  private readonly done: Promise<void>;

  constructor(
    private readonly url: string,
    private readonly room: { id: string; code: string },
    private readonly deeds: Deeds,
    private readonly name: string,
  ) {
    this.done = this.comeAndGo();
  }

  /** Comes no more; resolves when the last visit is over. */
  stop(): Promise<void> {
    this.stopped = true;
    return this.done;
  }

  private async comeAndGo(): Promise<void> {
    for (let visit = 1; !this.stopped || this.unanswered; visit += 1) {
      const tab = new RecordingTab(this.url);
      try {
        await connected(tab);
        await (this.unanswered ? this.repeat(tab) : this.visit(tab, visit));
      } catch {
        // Killed in the middle: what was not answered was not promised.
      }
      tab.close();
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    }
  }

  private async visit(tab: RecordingTab, visit: number): Promise<void> {
    const { credentials } = await new TabStudent(tab, this.room.code, `${this.name} ${visit}`).join();
    const doer = this.doer(tab, credentials);
    doer.promised({ kind: 'joined' });
    await this.deeds.run(doer);
    await tab.command({ type: 'student:leave' });
  }

  /** What had no answer is asked again, by the same student. */
  private async repeat(tab: RecordingTab): Promise<void> {
    const { credentials, repeat } = this.unanswered!;
    const attached = await tab.attach({ code: this.room.code, as: { kind: 'student', credentials } });
    try {
      mustBeOk(attached);
      await repeat(this.doer(tab, credentials));
    } catch (error) {
      if (!tab.socket.connected) throw error;
      this.refusedRepeats += 1;
    }
    this.unanswered = null;
  }

  private doer(tab: RecordingTab, credentials: Credentials): Doer {
    const who = { classId: this.room.id, studentId: credentials.studentId };
    return {
      url: this.url,
      tab,
      room: this.room,
      credentials,
      promised: (promise) => this.promises.push({ ...promise, ...who }),
      again: (repeat) => {
        this.unanswered = repeat && { credentials, repeat };
      },
    };
  }
}

function connected(tab: RecordingTab): Promise<void> {
  return new Promise((resolve, reject) => {
    tab.socket.once('connect', resolve);
    tab.socket.once('connect_error', reject);
    // Killed between the opening of the line and its first word: nothing else would tell.
    tab.socket.io.once('close', reject);
  });
}
