import { type AppliedMigration, checksumOf, type Migration, MigrationError } from './migration-plan';
import { OneConnectionLibSql, sqliteConfig } from './sqlite-connection';

/** What the runner needs of a database. */
export interface MigrationConnection {
  readApplied(): Promise<AppliedMigration[]>;
  /** Applies one migration and its row in one transaction. */
  apply(migration: Migration): Promise<void>;
  close(): Promise<void>;
}

/** As Prisma makes it. */
const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Opens an SQLite file for its migrations. */
export async function connectSqlite(file: string): Promise<MigrationConnection> {
  const config = sqliteConfig(file);
  const client = new OneConnectionLibSql(config).createClient(config);
  const { rows } = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
  );
  const tables = rows.map(({ name }) => String(name));
  if (tables.length > 0 && !tables.includes('_prisma_migrations')) {
    client.close();
    throw new Error('it holds the tables of another program; set DATA_DIR to another folder');
  }
  await client.execute(TABLE);
  return {
    async readApplied() {
      const { rows } = await client.execute(
        'SELECT * FROM "_prisma_migrations" ORDER BY "started_at", "migration_name"',
      );
      return rows.map((row) => ({
        name: String(row.migration_name),
        checksum: String(row.checksum),
        finished: row.finished_at !== null,
        rolledBack: row.rolled_back_at !== null,
      }));
    },
    async apply({ name, sql }) {
      const now = Date.now();
      // Always the same for this migration, and written first: whoever comes second fails before anything is done, also where a table
      // is made anew and could be so again.
      const id = checksumOf(`${name}\n${sql}`).slice(0, 36);
      const values = `${quoted(id)}, ${quoted(checksumOf(sql))}, ${now}, ${quoted(name)}, NULL, NULL, ${now}, 1`;
      // One script, since libsql undoes an open transaction at the end of each. Keys are checked afterwards, not while
      // a table is being made anew: the pragma has no effect inside a transaction.
      const script = [
        'PRAGMA foreign_keys = OFF',
        'BEGIN IMMEDIATE',
        `INSERT INTO "_prisma_migrations" VALUES (${values})`,
        sql.trim().replace(/;\s*$/, ''),
        'COMMIT',
      ].join('\n;\n');
      try {
        await client.executeMultiple(script);
      } finally {
        await client.execute('PRAGMA foreign_keys = ON');
      }
      const { rows } = await client.execute('PRAGMA foreign_key_check');
      if (rows.length > 0) {
        throw new MigrationError(`Migration ${name} has left ${rows.length} rows that refer to nothing.`);
      }
    },
    async close() {
      // libsql leaves the log behind; a start would take it for one of a run that did not end in order.
      await client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
      client.close();
    },
  };
}
