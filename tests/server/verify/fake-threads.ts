import { EventEmitter } from 'node:events';
import type { Request, Settlement, Sign } from '@/base/line/messages';
import type { JobFailure, JobRequests, QueueThread } from '@/server/verify/thread-queue';

/** A thread that answers only as a test tells it to. */
class FakeThread<Job, Done> extends EventEmitter implements QueueThread {
  readonly jobs: Job[] = [];
  terminated = false;
  private newest = 0;

  /** It listens from the beginning, and says so to whoever wants to hear it. */
  override on(event: string, listener: (...news: never[]) => void): this {
    super.on(event, listener as (...news: unknown[]) => void);
    if (event === 'message') this.emit('message', { type: 'listening' } satisfies Sign);
    return this;
  }
  postMessage(message: unknown): void {
    const { id, input } = message as Request<JobRequests<Job, Done>>;
    this.newest = id;
    this.jobs.push(input);
  }
  async terminate(): Promise<number> {
    this.terminated = true;
    return 1;
  }
  unref(): void {}
  /** Answers the newest job. */
  answer(outcome: Done): void {
    const settlement: Settlement<JobRequests<Job, Done>, JobFailure> = {
      type: 'answer',
      id: this.newest,
      value: outcome,
    };
    this.emit('message', settlement);
  }
}

export function fakeThreads<Job, Done>() {
  const threads: FakeThread<Job, Done>[] = [];
  const spawn = () => {
    const thread = new FakeThread<Job, Done>();
    threads.push(thread);
    return thread;
  };
  return { threads, spawn };
}
