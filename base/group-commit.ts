import { SerialQueue } from './serial-queue';

interface Waiting<Request, Result> {
  request: Request;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/** Where and how groups are committed. */
export interface GroupCommitMeans {
  /** Requests in one group at most. */
  largest?: number;
  /** The line in which groups stand with other work. Default: one of their own. */
  turns?: SerialQueue;
  /** Lets whatever has already arrived in before a group is closed. */
  gather?: () => Promise<void>;
}

/**
 * Requests that arrive while a commit runs share the next one: what a commit costs is paid once a group, not once a
 * request. A request's promise settles only after its group's commit has.
 */
export class GroupCommit<Request, Result> {
  private waiting: Waiting<Request, Result>[] = [];
  private due = false;
  private readonly largest: number;
  private readonly turns: SerialQueue;
  private readonly gather: () => Promise<void>;

  /** @param commit commits a group; results in the group's order */
  constructor(
    private readonly commit: (group: Request[]) => Promise<Result[]>,
    {
      largest = Number.POSITIVE_INFINITY,
      turns = new SerialQueue(),
      gather = async () => {},
    }: GroupCommitMeans = {},
  ) {
    this.largest = largest;
    this.turns = turns;
    this.gather = gather;
  }

  add(request: Request): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, resolve, reject });
      this.schedule();
    });
  }

  /** Requests that stand in no group yet. */
  get size(): number {
    return this.waiting.length;
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    do await this.turns.settled();
    while (this.due);
  }

  private schedule(): void {
    if (this.due || this.waiting.length === 0) return;
    this.due = true;
    void this.turns.run(() => this.commitNext());
  }

  private async commitNext(): Promise<void> {
    await this.gather();
    const group = this.waiting.splice(0, this.largest);
    this.due = false;
    this.schedule();
    try {
      const results = await this.commit(group.map(({ request }) => request));
      for (const [index, { resolve }] of group.entries()) resolve(results[index]!);
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
