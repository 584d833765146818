/** Does one thing after another, in the order in which they were asked for. */
export class Turns {
  private tail: Promise<void> = Promise.resolve();
  private closed = false;

  /** @param failed is told what a turn has thrown; the next one goes on */
  constructor(private readonly failed: (error: unknown) => void) {}

  /** Resolves when it is done, whether or not it failed. */
  take(act: () => Promise<void>): Promise<void> {
    this.tail = this.tail.then(async () => {
      if (this.closed) return;
      try {
        await act();
      } catch (error) {
        this.failed(error);
      }
    });
    return this.tail;
  }

  /** What has not begun will not. */
  close(): void {
    this.closed = true;
  }
}
