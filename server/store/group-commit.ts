interface Waiting<Request, Result> {
  request: Request;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/**
 * Requests that arrive while a commit runs share the next one: the disk is waited for once a group, not once a
 * request. A request's promise settles only after its group's commit has.
 */
export class GroupCommit<Request, Result> {
  readonly #commit: (group: Request[]) => Promise<Result[]>;
  readonly #largest: number;
  #waiting: Waiting<Request, Result>[] = [];
  #running: Promise<void> | null = null;

  /**
   * @param commit writes a group in one transaction; results in the group's order
   * @param largest requests in one group
   */
  constructor(commit: (group: Request[]) => Promise<Result[]>, largest: number) {
    this.#commit = commit;
    this.#largest = largest;
  }

  add(request: Request): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Whatever has already arrived (sockets, messages of another thread) gets in before the group is closed.
      await new Promise((resolve) => setImmediate(resolve));
      const group = this.#waiting.splice(0, this.#largest);
      try {
        const results = await this.#commit(group.map(({ request }) => request));
        group.forEach(({ resolve }, index) => {
          resolve(results[index]!);
        });
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.#running = null;
  }
}
