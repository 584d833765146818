import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DatabaseEnv, type Provider, sqliteFile } from './database';
import { type Migration, MigrationError, planMigrations } from './migration-plan';
import { connectPostgres } from './postgres-migrations';
import { connectSqlite, type MigrationConnection } from './sqlite-migrations';

/** Two folders up in the sources (server/store/) and in the bundle (dist/server/) alike. */
const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations/', import.meta.url));

/** The migrations of one provider, in the order in which they are applied. */
export function readMigrations(provider: Provider, folder = MIGRATIONS): Migration[] {
  const base = path.join(folder, provider);
  return readdirSync(base, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(path.join(base, name, 'migration.sql'), 'utf8') }));
}

/**
 * Brings the database up to this version; each migration is applied whole or not at all, and kept in Prisma's own
 * table, so that Prisma's command line agrees. Several processes may do this at the same time.
 * @param folder holds a folder for each provider
 * @returns the names of the migrations that were applied
 * @throws MigrationError with what to do, if there is no such database, if history and database do not fit, or if a
 * migration fails
 */
export async function migrateDatabase(env: DatabaseEnv, folder = MIGRATIONS): Promise<string[]> {
  const provider: Provider = env.databaseUrl === null ? 'sqlite' : 'postgresql';
  const known = readMigrations(provider, folder);
  if (env.databaseUrl === null) mkdirSync(env.dataDir, { recursive: true });
  const connection = await connect(env);
  const done: string[] = [];
  try {
    for (;;) {
      const [next] = planMigrations(known, await connection.readApplied());
      if (next === undefined) return done;
      try {
        await connection.apply(next);
        done.push(next.name);
      } catch (error) {
        // Somebody else was quicker: fine. Otherwise the failure counts.
        const still = planMigrations(known, await connection.readApplied());
        if (still.includes(next)) {
          throw new MigrationError(
            `Migration ${next.name} failed and was undone: ${(error as Error).message}`,
            { cause: error },
          );
        }
      }
    }
  } finally {
    await connection.close();
  }
}

/** Whether nothing has ever been applied to this database. @throws MigrationError if it cannot be reached */
export async function isNewDatabase(env: DatabaseEnv): Promise<boolean> {
  const connection = await connect(env);
  try {
    return (await connection.readApplied()).length === 0;
  } finally {
    await connection.close();
  }
}

/** Opens the database that the settings name; what hinders it is for whoever set them. */
async function connect(env: DatabaseEnv): Promise<MigrationConnection> {
  try {
    return env.databaseUrl === null
      ? await connectSqlite(sqliteFile(env))
      : await connectPostgres(env.databaseUrl);
  } catch (error) {
    throw databaseProblem(env, error);
  }
}

/** The line that says why the database cannot be opened. */
export function databaseProblem(env: DatabaseEnv, error: unknown): MigrationError {
  // A host with several addresses gives one failure for all, without a message of its own.
  const { message, code } = error as Error & { code?: string };
  const problem =
    env.databaseUrl === null
      ? `The database file ${sqliteFile(env)} cannot be opened`
      : 'The database of DATABASE_URL cannot be reached';
  return new MigrationError(`${problem}: ${(message || code || 'no answer').replaceAll('\n', ' ')}`, {
    cause: error,
  });
}
