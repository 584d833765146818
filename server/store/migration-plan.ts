import { createHash } from 'node:crypto';

/** One migration as it stands in the repository. */
export interface Migration {
  name: string;
  sql: string;
}

/** A row of `_prisma_migrations`. */
export interface AppliedMigration {
  name: string;
  checksum: string;
  finished: boolean;
  rolledBack: boolean;
}

/** The database cannot be brought to this version; the message says what to do. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

/** As Prisma keeps it: SHA-256 of the file, hex. */
export function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}

/** Like Prisma, takes a checkout with other line ends for the same file. */
function matches(sql: string, checksum: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n');
  return [sql, unix, unix.replaceAll('\n', '\r\n')].some((text) => checksumOf(text) === checksum);
}

/**
 * The migrations that are still to be applied, in order.
 * @throws MigrationError if one was edited after it was applied, has failed, is unknown here, or would come before an applied one
 */
export function planMigrations(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
): Migration[] {
  const present = applied.filter((row) => !row.rolledBack);
  for (const row of present) {
    const migration = known.find(({ name }) => name === row.name);
    if (migration === undefined) {
      throw new MigrationError(
        `The database was made by a newer version: it knows migration ${row.name}, this version does not. Update, or restore a backup.`,
      );
    }
    if (!row.finished) {
      throw new MigrationError(
        `Migration ${row.name} has failed half-way in this database. Restore a backup, or repair it and mark it as resolved.`,
      );
    }
    if (!matches(migration.sql, row.checksum)) {
      throw new MigrationError(
        `Migration ${row.name} was edited after it had been applied to this database. Restore its file and put the change into a new migration.`,
      );
    }
  }
  const done = new Set(present.map((row) => row.name));
  const pending = known.filter(({ name }) => !done.has(name));
  const last = known.findLastIndex(({ name }) => done.has(name));
  const early = pending.find((migration) => known.indexOf(migration) < last);
  if (early !== undefined) {
    throw new MigrationError(
      `Migration ${early.name} comes before one that was applied already. Give it a later number.`,
    );
  }
  return pending;
}
