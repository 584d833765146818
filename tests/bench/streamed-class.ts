import { freshId } from '@/people/credentials';
import { leadTo } from '@/people/lead-to';
import { mustBeOk } from '@/people/must-be-ok';
import { WEIGHTS } from '@/people/sample-run';
import type { TabStudent } from '@/people/student';
import type { Tab } from '@/people/tab';
import type { RegisteredTeacher } from '@/people/teacher';
import type { ScreenViewId } from '@/protocol/screen';
import { LESSON } from '@/tests/live/class-server';
import { joinAll } from './join-all';
import { RUN_BATCHES, STREAMED_EXPERIMENT, streamedBatch } from './streamed-run';

/** Four batches a second. */
const PERIOD_MS = 250;
/** Between two runs of a student. */
const REST_PERIODS = 12;
/** One finished run in so many is handed in. */
const HANDED_IN = 4;

interface Streaming {
  student: TabStudent;
  /** Counts on; which course the next run takes. */
  runs: number;
  /** Null between two runs. */
  run: { id: string; epoch: number; sequence: number } | null;
  /** Where in its course a run begins. */
  from: number;
  rests: number;
  at: number;
}

/**
 * A class in which everybody trains at 4 Hz for as long as it is wanted: runs begin, go well or badly, end, and some are handed in, so
 * that cards and board are ordered anew all the time. Real sockets; what is trained is made up.
 */
export class StreamedClass {
  /** By how many milliseconds each batch was sent too late, since it was last emptied. */
  lateMs: number[] = [];
  private timer: NodeJS.Timeout | undefined;
  private ended = false;

  private constructor(
    readonly code: string,
    private readonly console: Tab,
    private readonly students: Streaming[],
  ) {
    this.tick();
  }

  static async begin(teacher: RegisteredTeacher, count: number): Promise<StreamedClass> {
    const { code } = await teacher.createClass(LESSON);
    const console = await teacher.conduct(code);
    const { url, cookie } = teacher;
    const students = await joinAll({ url, code, cookie }, count, async (student) => student);
    await leadTo(console, 0);
    const start = performance.now();
    return new StreamedClass(
      code,
      console,
      students.map((student, index) => ({
        student,
        runs: index,
        run: null,
        // Everybody is at another moment of a run, and each has a phase of the own: a class does not tick as one.
        from: Math.floor((index * RUN_BATCHES) / count),
        rests: 0,
        at: start + (PERIOD_MS * index) / count,
      })),
    );
  }

  /** Puts a view on the projector. */
  async show(view: ScreenViewId, argument: string | null): Promise<void> {
    mustBeOk(await this.console.command({ type: 'screen:show', view, argument, pinned: true }));
  }

  end(): void {
    this.ended = true;
    clearTimeout(this.timer);
    for (const { student } of this.students) student.tab.close();
    this.console.close();
  }

  private tick(): void {
    const now = performance.now();
    let next = Number.POSITIVE_INFINITY;
    for (const streaming of this.students) {
      while (streaming.at <= now) {
        this.lateMs.push(now - streaming.at);
        streaming.at += PERIOD_MS;
        this.goOn(streaming).catch((error: Error) => {
          if (!this.ended) console.error(`${streaming.student.nickname}: ${error}`);
        });
      }
      next = Math.min(next, streaming.at);
    }
    this.timer = setTimeout(() => this.tick(), Math.max(1, next - performance.now()));
  }

  /** What is due for one student now: a rest, a new run, or the next batch of the one that goes on. */
  private async goOn(streaming: Streaming): Promise<void> {
    const { student, run } = streaming;
    if (streaming.rests > 0) {
      streaming.rests -= 1;
      return;
    }
    if (run === null) {
      streaming.rests = 1;
      const id = freshId();
      const opened = await student.tab.attachRun(id, {
        experiment: STREAMED_EXPERIMENT,
        backend: 'wasm',
        startedAt: Date.now(),
      });
      const { epoch } = mustBeOk(opened);
      streaming.run = { id, epoch, sequence: 0 };
      return;
    }
    run.sequence += 1;
    const batch = streamedBatch(streaming.runs, run.sequence, streaming.from);
    if (batch.state !== 'training') {
      streaming.run = null;
      streaming.runs += 1;
      streaming.from = 0;
      streaming.rests = REST_PERIODS;
    }
    mustBeOk(await student.tab.append(run.id, run.epoch, batch));
    if (batch.state === 'finished' && streaming.runs % HANDED_IN === 0) {
      const weights = Float32Array.from({ length: WEIGHTS }, () => Math.random() - 0.5);
      mustBeOk((await student.submit(run.id, weights)).answer);
    }
  }
}
