import type { SerialQueue } from '@/base/serial-queue';
import { logFor } from '@/server/log';
import type { Database } from './database';
import type { LogEmptier } from './log-emptier';
import type { RunJournal } from './run-journal';

/** Runs that somebody is about to read. */
export type RunsToFold = { runIds: readonly string[] } | { classId: string };

const log = logFor('store');

/** When the journal of runs has to be folded at once: before whoever reads runs, and after whoever deletes them. */
export class Folding {
  /** @param journal null: there is none, and nothing to fold */
  constructor(
    private readonly database: Database,
    private readonly journal: RunJournal | null,
    private readonly turns: SerialQueue,
    private readonly emptier: LogEmptier,
  ) {}

  /** What was acknowledged of these runs is there for every connection of the database when it resolves. */
  async runs(which: RunsToFold): Promise<void> {
    if (this.journal === null) return;
    if ('runIds' in which) return this.journal.fold(which.runIds);
    const { classId } = which;
    const runs = await this.database.client.run.findMany({ where: { classId }, select: { id: true } });
    return this.journal.fold(runs.map(({ id }) => id));
  }

  /** Where the storage does not take it, what is read lacks the newest seconds: better than nothing. */
  async beforeReading(which: RunsToFold): Promise<void> {
    await this.runs(which).catch((error: unknown) =>
      log.warn({ err: error }, 'runs are read without their newest points, which could not be folded'),
    );
  }

  /** Does away with something for good. */
  async deleting(work: () => Promise<unknown>): Promise<void> {
    await this.turns.run(async () => {
      await work();
      this.journal?.forgetHeads();
    });
    await this.leaveNothing();
  }

  /** Neither in the journal nor in SQLite's log is anything left of what was deleted. */
  async leaveNothing(): Promise<void> {
    await this.journal?.fold(null);
    await this.emptier.leaveNothing();
  }
}
