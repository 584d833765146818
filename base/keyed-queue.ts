import { SerialQueue } from './serial-queue';

/** For each key one thing after another; things of different keys do not wait for each other. */
export class KeyedQueue {
  private readonly queues = new Map<string, SerialQueue>();

  /** Settles as `work` does, once everything that was asked for before with this key is done. */
  async run<Result>(key: string, work: () => Result | Promise<Result>): Promise<Result> {
    const queue = this.queues.get(key) ?? new SerialQueue();
    this.queues.set(key, queue);
    try {
      return await queue.run(work);
    } finally {
      if (queue.size === 0) this.queues.delete(key);
    }
  }
}
