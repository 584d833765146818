import { pathToFileURL } from 'node:url';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import type { FileGuard } from './file-guard';
import { troubleOfError } from './storage-trouble';
import { takeTurn } from './turns';

export type SqliteClient = ReturnType<PrismaLibSql['createClient']>;
type SqliteConfig = Parameters<PrismaLibSql['createClient']>[0];
type Statement = Parameters<Awaited<ReturnType<SqliteClient['transaction']>>['execute']>[0];

/** Milliseconds that SQLite waits for another thread's or process's transaction; it sleeps in this thread meanwhile. */
const BUSY_TIMEOUT_MS = 10_000;

/** Every commit is on the disk before it is reported; readers and the writer do not wait for each other; what is deleted is overwritten. */
const PRAGMAS = [
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA foreign_keys = ON',
  'PRAGMA secure_delete = ON',
];

/** How a file is opened. The timeout comes first by being an option: changing the journal mode may already have to wait. */
export function sqliteConfig(file: string): SqliteConfig {
  return { url: pathToFileURL(file).href, timeout: BUSY_TIMEOUT_MS };
}

/**
 * Prisma's libsql adapter on one connection for good.
 *
 * libsql's own client gives its connection away with each transaction and opens another, on which pragmas are lost,
 * and begins transactions deferred: one that reads and then writes fails at once with SQLITE_BUSY when somebody else
 * has written in between, whatever the timeout. Here a transaction is begun as a writer, on the same connection.
 * That is sound because the adapter holds its lock from the beginning of a transaction to its end.
 *
 * Two connections of one thread (pages and accounts, each with its own copy of this module) wait for each other by
 * `takeTurn`: in SQLite's busy timeout the second would stop the very thread in which the first has to commit.
 */
export class OneConnectionLibSql extends PrismaLibSql {
  private readonly guard: FileGuard | null;

  constructor(config: SqliteConfig, guard: FileGuard | null = null) {
    super(config);
    this.guard = guard;
  }

  override createClient(config: SqliteConfig): SqliteClient {
    const client = super.createClient(config);
    return new OneConnectionClient(client, config.url, this.guard) as unknown as SqliteClient;
  }
}

/** The part of libsql's client that Prisma's adapter uses. */
class OneConnectionClient {
  private readonly client: SqliteClient;
  private readonly file: string;
  private readonly guard: FileGuard | null;
  private prepared: Promise<void> | null = null;
  /** The connection has met a trouble of the storage, and is made anew before it is used again. */
  private spoilt = false;

  constructor(client: SqliteClient, file: string, guard: FileGuard | null) {
    this.client = client;
    this.file = file;
    this.guard = guard;
  }

  /** Runs something while no other connection of this thread is in a transaction. */
  private async alone<Result>(action: () => Promise<Result>): Promise<Result> {
    const endTurn = await takeTurn(this.file);
    try {
      return await this.tried(action);
    } finally {
      endTurn();
    }
  }

  private async tried<Result>(action: () => Promise<Result>): Promise<Result> {
    try {
      if (this.spoilt) await this.renew();
      this.prepared ??= this.prepare();
      await this.prepared;
      return await action();
    } catch (error) {
      // libsql leaves a statement that was refused so in progress, and then no later transaction can commit.
      if (troubleOfError(error) !== null) this.spoilt = true;
      throw error;
    }
  }

  /** Opens the file again; never one that has come into its place, and never a new one. */
  private async renew(): Promise<void> {
    this.guard?.check();
    this.prepared = null;
    await this.client.reconnect();
    this.guard?.forgetLog();
    this.spoilt = false;
  }

  private async prepare(): Promise<void> {
    for (const pragma of PRAGMAS) await this.client.execute(pragma);
  }

  execute(statement: Statement) {
    return this.alone(() => this.client.execute(statement));
  }

  executeMultiple(script: string) {
    return this.alone(() => this.client.executeMultiple(script));
  }

  async transaction() {
    const endTurn = await takeTurn(this.file);
    const rollback = () => this.client.execute('ROLLBACK').then(endTurn, endTurn);
    try {
      await this.tried(() => this.client.execute('BEGIN IMMEDIATE'));
    } catch (error) {
      endTurn();
      throw error;
    }
    return {
      execute: (statement: Statement) => this.inTransaction(() => this.client.execute(statement)),
      commit: async () => {
        try {
          await this.inTransaction(() => this.client.execute('COMMIT'));
          endTurn();
        } catch (error) {
          await rollback();
          throw error;
        }
      },
      rollback,
    };
  }

  /** A connection is not made anew inside a transaction, which would be lost without a word. */
  private async inTransaction<Result>(action: () => Promise<Result>): Promise<Result> {
    try {
      return await action();
    } catch (error) {
      if (troubleOfError(error) !== null) this.spoilt = true;
      throw error;
    }
  }

  close(): void {
    this.client.close();
  }
}
