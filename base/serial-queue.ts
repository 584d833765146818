/** Does one thing after another, in the order in which they were asked for. What fails, fails for who asked; the next goes on. */
export class SerialQueue {
  private tail: Promise<unknown> = Promise.resolve();
  private unfinished = 0;

  /** How many have been asked for and are not done. */
  get size(): number {
    return this.unfinished;
  }

  /** Settles as `work` does, once everything that was asked for before is done. */
  run<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    this.unfinished += 1;
    const result = this.tail.then(work);
    const done = () => {
      this.unfinished -= 1;
    };
    this.tail = result.then(done, done);
    return result;
  }

  /** Resolves when all that has been asked for by now is done, whether or not it failed. */
  async settled(): Promise<void> {
    await this.tail;
  }
}
