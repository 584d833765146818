import { Listeners } from '@/base/listeners';
import type { CoursePlan } from '@/engine/dense/training-course';
import { PatientWorker, type Port } from '@/engine/worker/patient-worker';
import { CourseLog } from './course-log';
import type { FromCourseWorker, ToCourseWorker } from './messages';

/** The part of a Worker that the client uses; tests put their own in its place. */
export type CourseWorkerPort = Port<ToCourseWorker, FromCourseWorker>;

/**
 * The page's side: owns the worker and fills the logs of the newest `begin` as its steps come. `subscribe` and `version` are for
 * React's useSyncExternalStore.
 */
export class CourseClient {
  private worker: CourseWorkerPort | null = null;
  private readonly listeners = new Listeners();
  private run = 0;
  private changes = 0;
  private logs: readonly CourseLog[] = [];
  private hasFailed = false;

  constructor(private readonly startWorker: () => CourseWorkerPort = start) {}

  /** Begins courses and answers their logs, empty yet. Earlier ones get no more steps. Starts the worker where there is none (any more). */
  begin(plans: readonly CoursePlan[], most: number): readonly CourseLog[] {
    this.run += 1;
    this.logs = plans.map(() => new CourseLog());
    this.hasFailed = false;
    try {
      this.started().postMessage({ name: 'begin', run: this.run, plans, most });
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
    this.worker?.terminate();
    this.worker = null;
  }

  private started(): CourseWorkerPort {
    if (this.worker) return this.worker;
    const worker = this.startWorker();
    worker.onmessage = ({ data }) => this.hear(data);
    worker.onerror = () => {
      this.fail();
      this.tell();
    };
    this.worker = worker;
    return worker;
  }

  private hear(message: FromCourseWorker): void {
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

function start(): CourseWorkerPort {
  return new PatientWorker<ToCourseWorker, FromCourseWorker>(
    () => new Worker(new URL('./course.worker.ts', import.meta.url), { type: 'module', name: 'course' }),
  );
}
