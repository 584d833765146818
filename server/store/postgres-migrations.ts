import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { checksumOf } from './migration-plan';
import type { MigrationConnection } from './sqlite-migrations';

/** The lock that Prisma's own command line takes: whoever comes second waits. */
const PRISMA_LOCK = 72_707_369;

/** As Prisma makes it. */
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`;

interface Row {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
  rolled_back_at: Date | null;
}

/** Connects to PostgreSQL for its migrations, and holds Prisma's lock until `close`. */
export async function connectPostgres(url: string): Promise<MigrationConnection> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
  await client.query(TABLE);
  return {
    async readApplied() {
      const { rows } = await client.query<Row>(
        'SELECT * FROM _prisma_migrations ORDER BY started_at, migration_name',
      );
      return rows.map((row) => ({
        name: row.migration_name,
        checksum: row.checksum,
        finished: row.finished_at !== null,
        rolledBack: row.rolled_back_at !== null,
      }));
    },
    async apply({ name, sql }) {
      try {
        await client.query('BEGIN');
        await client.query(sql);
        await client.query(
          `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
           VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
          [randomUUID(), checksumOf(sql), name],
        );
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      }
    },
    close: () => client.end(),
  };
}
