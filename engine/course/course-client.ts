import { Caller } from '@/base/line/caller';
import type { Port } from '@/base/line/port';
import { Listeners } from '@/base/listeners';
import type { CoursePlan } from '@/engine/dense/training-course';
import { PatientPort } from '@/engine/line/patient-port';
import { workerPort } from '@/engine/line/worker-port';
import { CourseLog } from './course-log';
import type { CourseEvent, CourseRequests } from './messages';

type CourseLine = Caller<CourseRequests, CourseEvent, string>;

/**
 * The page's side: owns the worker and fills the logs of the newest `begin` as its steps come. `subscribe` and `version` are for
 * React's useSyncExternalStore.
 */
export class CourseClient {
  private line: CourseLine | null = null;
  private readonly listeners = new Listeners();
  private run = 0;
  private changes = 0;
  private logs: readonly CourseLog[] = [];
  private hasFailed = false;

  constructor(private readonly startWorker: () => Port = start) {}

  /** Begins courses and answers their logs, empty yet. Earlier ones get no more steps. Starts the worker where there is none (any more). */
  begin(plans: readonly CoursePlan[], most: number): readonly CourseLog[] {
    this.run += 1;
    this.logs = plans.map(() => new CourseLog());
    this.hasFailed = false;
    try {
      this.line ??= this.open();
      // What becomes of it is told by events; of its death, by `onDeath`.
      this.line.ask('begin', { run: this.run, plans, most }).catch(() => {});
    } catch {
      this.fail();
    }
    this.tell();
    return this.logs;
  }

  /** The worker did not start or died, so that the newest courses do not go on; `begin` tries again. */
  get failed(): boolean {
    return this.hasFailed;
  }

  readonly subscribe = this.listeners.add;

  /** Another number after every change. */
  version = (): number => this.changes;

  /** Ends the worker; the next `begin` starts another. */
  dispose(): void {
    this.line?.close(new Error('disposed'));
    this.line = null;
  }

  private open(): CourseLine {
    return new Caller<CourseRequests, CourseEvent, string>(this.startWorker(), {
      refused: (detail) => new Error(detail),
      onEvent: (event) => this.hear(event),
      onDeath: () => {
        this.fail();
        this.tell();
      },
    });
  }

  private hear(message: CourseEvent): void {
    if (message.run !== this.run) return;
    if (message.type === 'points')
      message.courses.forEach(({ points, ended }, i) => {
        this.logs[i]!.add(points, ended);
      });
    else this.fail();
    this.tell();
  }

  private fail(): void {
    this.dispose();
    this.hasFailed = true;
  }

  private tell(): void {
    this.changes += 1;
    this.listeners.tell();
  }
}

function start(): Port {
  return new PatientPort(() =>
    workerPort(
      new Worker(new URL('./course.worker.ts', import.meta.url), { type: 'module', name: 'course' }),
    ),
  );
}
