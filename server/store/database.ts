import path from 'node:path';
import type { PrismaClient } from '@/generated/sqlite/client';
import type { Env } from '@/server/env';
import type { FileGuard } from './file-guard';
import type { StorageHealth } from './storage-health';

/** The settings that say which database. */
export type DatabaseEnv = Pick<Env, 'databaseUrl' | 'dataDir'>;
export type Provider = 'sqlite' | 'postgresql';

/** An open database of either kind. The two generated clients differ in types alone: this is the one cast. */
export interface Database {
  provider: Provider;
  client: PrismaClient;
  /** How its storage is, where somebody looks after it. */
  health?: StorageHealth;
}

/** Milliseconds to wait for a connection to PostgreSQL. */
const CONNECT_TIMEOUT_MS = 10_000;
/** Connections of one process to PostgreSQL. */
const POOL_SIZE = 10;
/** The adapter's lock (SQLite) or the pool (PostgreSQL) may be held by the transactions in front. */
const TRANSACTION = { maxWait: 30_000, timeout: 30_000 };

export const providerOf = (env: DatabaseEnv): Provider =>
  env.databaseUrl === null ? 'sqlite' : 'postgresql';
export const sqliteFile = (env: DatabaseEnv) => path.join(env.dataDir, 'perceptroom.db');

/**
 * Opens the database that the settings name; it is connected with the first query.
 * @param guard watches over the file of an SQLite database: nothing is opened in its place
 */
export async function openDatabase(env: DatabaseEnv, guard: FileGuard | null = null): Promise<Database> {
  const options = { errorFormat: 'minimal', transactionOptions: TRANSACTION } as const;
  if (env.databaseUrl !== null) {
    const [{ PrismaClient }, { PrismaPg }] = await Promise.all([
      import('@/generated/postgresql/client'),
      import('@prisma/adapter-pg'),
    ]);
    const adapter = new PrismaPg({
      connectionString: env.databaseUrl,
      max: POOL_SIZE,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    });
    const client = new PrismaClient({ ...options, adapter });
    return { provider: 'postgresql', client: client as unknown as PrismaClient };
  }
  const [{ PrismaClient }, { OneConnectionLibSql, sqliteConfig }] = await Promise.all([
    import('@/generated/sqlite/client'),
    import('./sqlite-connection'),
  ]);
  const adapter = new OneConnectionLibSql(sqliteConfig(sqliteFile(env)), guard);
  return { provider: 'sqlite', client: new PrismaClient({ ...options, adapter }) };
}
