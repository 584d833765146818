import { SerialQueue } from '@/base/serial-queue';

/** Does one thing after another, in the order in which they were asked for. */
export class Turns {
  private readonly queue = new SerialQueue();
  private closed = false;

  /** @param failed is told what a turn has thrown; the next one goes on */
  constructor(private readonly failed: (error: unknown) => void) {}

  /** Resolves when it is done, whether or not it failed. */
  take(act: () => Promise<void>): Promise<void> {
    return this.queue.run(async () => {
      if (this.closed) return;
      try {
        await act();
      } catch (error) {
        this.failed(error);
      }
    });
  }

  /** What has not begun will not. */
  close(): void {
    this.closed = true;
  }
}
