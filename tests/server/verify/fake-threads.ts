import { EventEmitter } from 'node:events';
import type { Numbered, QueueThread } from '@/server/verify/thread-queue';

/** A thread that answers only as a test tells it to. */
class FakeThread<Job, Done> extends EventEmitter {
  readonly jobs: Numbered<Job>[] = [];
  terminated = false;

  postMessage(job: Numbered<Job>): void {
    this.jobs.push(job);
  }
  async terminate(): Promise<number> {
    this.terminated = true;
    return 1;
  }
  unref(): void {}
  /** Answers the newest job. */
  answer(outcome: Done): void {
    this.emit('message', { id: this.jobs.at(-1)!.id, outcome, reason: null });
  }
}

export function fakeThreads<Job, Done>() {
  const threads: FakeThread<Job, Done>[] = [];
  const spawn = () => {
    const thread = new FakeThread<Job, Done>();
    threads.push(thread);
    return thread as unknown as QueueThread<Job, Done>;
  };
  return { threads, spawn };
}
