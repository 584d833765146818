import { pathToFileURL } from 'node:url';
import { PrismaLibSql } from '@prisma/adapter-libsql';

export type SqliteClient = ReturnType<PrismaLibSql['createClient']>;
type SqliteConfig = Parameters<PrismaLibSql['createClient']>[0];
type SqliteTransaction = Awaited<ReturnType<SqliteClient['transaction']>>;

/** Milliseconds that a writer waits for another connection's commit. */
const BUSY_TIMEOUT_MS = 10_000;

/** Every commit is on the disk before it is reported; readers and the writer do not wait for each other. */
const PRAGMAS = ['PRAGMA journal_mode = WAL', 'PRAGMA synchronous = FULL', 'PRAGMA foreign_keys = ON'];

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
 */
export class OneConnectionLibSql extends PrismaLibSql {
  override createClient(config: SqliteConfig): SqliteClient {
    return new OneConnectionClient(super.createClient(config)) as unknown as SqliteClient;
  }
}

/** The part of libsql's client that Prisma's adapter uses. */
class OneConnectionClient {
  readonly #client: SqliteClient;
  readonly #prepared: Promise<void>;

  constructor(client: SqliteClient) {
    this.#client = client;
    this.#prepared = this.#prepare();
    // Reported by whoever uses the connection first.
    this.#prepared.catch(() => {});
  }

  async #prepare(): Promise<void> {
    for (const pragma of PRAGMAS) await this.#client.execute(pragma);
  }

  async execute(statement: Parameters<SqliteTransaction['execute']>[0]) {
    await this.#prepared;
    return this.#client.execute(statement);
  }

  async executeMultiple(script: string) {
    await this.#prepared;
    return this.#client.executeMultiple(script);
  }

  async transaction() {
    await this.execute('BEGIN IMMEDIATE');
    return {
      execute: (statement: Parameters<SqliteTransaction['execute']>[0]) => this.#client.execute(statement),
      commit: async () => void (await this.#client.execute('COMMIT')),
      rollback: async () => void (await this.#client.execute('ROLLBACK')),
    };
  }

  close(): void {
    this.#client.close();
  }
}
