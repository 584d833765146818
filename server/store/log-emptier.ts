import { logFor } from '@/server/log';
import type { Database } from './database';
import type { LogEmptyings } from './log-emptyings';

const log = logFor('store');

/** Milliseconds after which the log is emptied that could not be just after a deletion. */
const EMPTY_AGAIN_MS = 2_000;

/** Brings what is in SQLite's log into the database file, so that the log holds nothing; other databases see to theirs. */
export class LogEmptier {
  private again: NodeJS.Timeout | null = null;
  private closed = false;

  /**
   * @param emptyings tells those who watch over the log that it was emptied
   * @param atClose whether `close` empties it too
   */
  constructor(
    private readonly database: Database,
    private readonly emptyings: LogEmptyings,
    private readonly atClose: boolean,
  ) {}

  /** False: somebody else is just reading or writing. */
  async empty(): Promise<boolean> {
    const { client } = this.database;
    const [row] = await this.emptyings.during(
      () => client.$queryRaw<{ busy: number | bigint }[]>`PRAGMA wal_checkpoint(TRUNCATE)`,
    );
    return Number(row?.busy) === 0;
  }

  /**
   * After a deletion. SQLite overwrites in the database what is deleted (`secure_delete`); in its log the pages of before would stay. Where
   * somebody else is just reading or writing, it is done a little later.
   */
  async leaveNothing(): Promise<void> {
    if (this.database.provider !== 'sqlite' || this.closed) return;
    const done = await this.empty().catch((error: unknown) => {
      log.debug({ err: error }, 'the log was not emptied after a deletion: it is tried again');
      return false;
    });
    if (done || this.closed || this.again !== null) return;
    this.again = setTimeout(() => {
      this.again = null;
      void this.leaveNothing();
    }, EMPTY_AGAIN_MS);
    this.again.unref();
  }

  /** libsql leaves the log behind. Where it cannot be emptied (no room), the next start takes it over. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.again !== null) clearTimeout(this.again);
    if (this.database.provider !== 'sqlite' || !this.atClose) return;
    await this.empty().catch((error: unknown) => log.debug({ err: error }, 'the log was not emptied'));
  }
}
