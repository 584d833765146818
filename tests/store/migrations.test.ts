import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentModels, headFile, migratedModels, migrationsFolder, PROVIDERS } from '@/prisma/model-files';
import { diffModels, startEngine } from '@/prisma/schema-engine';
import { type DatabaseEnv, openDatabase, type Provider, sqliteFile } from '@/server/store/database';
import { migrateDatabase, readMigrations } from '@/server/store/migrate';
import { checksumOf, MigrationError, planMigrations } from '@/server/store/migration-plan';
import { sqliteEnv } from './places';
import { type PostgresServer, startPostgres } from './postgres-server';

const folders: string[] = [];
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  await server?.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function emptyEnv(provider: Provider): Promise<DatabaseEnv> {
  const { remove: _remove, ...env } = sqliteEnv();
  folders.push(env.dataDir);
  return provider === 'sqlite' ? env : { ...env, databaseUrl: await server.createDatabase() };
}

/** A copy of the migrations that a test may change. */
function copyOfMigrations(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'perceptroom-migrations-'));
  folders.push(folder);
  for (const provider of PROVIDERS)
    cpSync(migrationsFolder(provider), path.join(folder, provider), { recursive: true });
  return folder;
}

function addMigration(folder: string, provider: Provider, name: string, sql: string): void {
  mkdirSync(path.join(folder, provider, name));
  writeFileSync(path.join(folder, provider, name, 'migration.sql'), sql);
}

async function columnsOf(env: DatabaseEnv, table: string): Promise<string[]> {
  const { client } = await openDatabase(env);
  const rows = await client.$queryRawUnsafe<{ name: string }[]>(
    env.databaseUrl === null
      ? `SELECT name FROM pragma_table_info('${table}')`
      : `SELECT column_name AS name FROM information_schema.columns WHERE table_name = '${table}'`,
  );
  await client.$disconnect();
  return rows.map(({ name }) => name);
}

describe.each(PROVIDERS)('models and migrations of %s', (provider) => {
  it('I15: agree (if not: npx tsx scripts/create-migration.ts NAME)', async () => {
    expect(await diffModels(provider, migratedModels(provider), currentModels(provider))).toBeNull();
  });

  it('notices a model that has changed', async () => {
    const before = currentModels(provider);
    const after = before.replace('lessonId         String', 'lessonId String\n  motto String?');
    expect(await diffModels(provider, before, after)).toMatch(
      /ALTER TABLE "Class" ADD COLUMN\s+"motto" TEXT/,
    );
  });

  it('lead to the models when they are applied to an empty database', async () => {
    // What the copy beside the migrations says is what they really make: every model's table with every column.
    const env = await emptyEnv(provider);
    await migrateDatabase(env);
    for (const [, name, body] of readFileSync(headFile(provider), 'utf8').matchAll(
      /^model (\w+) \{(.*?)^\}/gms,
    )) {
      const scalars = [
        ...body!.matchAll(/^ {2}(\w+)\s+(?:String|Int|BigInt|Float|Boolean|DateTime|Bytes)\b/gm),
      ];
      expect((await columnsOf(env, name!)).sort()).toEqual(scalars.map(([, field]) => field).sort());
    }
  });

  it('are kept as Prisma keeps them', async () => {
    const env = await emptyEnv(provider);
    const names = readMigrations(provider).map(({ name }) => name);
    expect(await migrateDatabase(env)).toEqual(names);
    expect(await migrateDatabase(env)).toEqual([]);
    const { client } = await openDatabase(env);
    const rows = await client.$queryRawUnsafe<Record<string, unknown>[]>('SELECT * FROM _prisma_migrations');
    await client.$disconnect();
    expect(rows.map((row) => row.migration_name)).toEqual(names);
    expect(rows.map((row) => row.checksum)).toEqual(
      readMigrations(provider).map(({ sql }) => checksumOf(sql)),
    );
    expect(rows[0]).toMatchObject({ logs: null, rolled_back_at: null });
    expect(Number(rows[0]!.applied_steps_count)).toBe(1);
    expect(rows[0]!.finished_at).not.toBeNull();
  });

  it('are applied once when many start at the same time', async () => {
    const env = await emptyEnv(provider);
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrateDatabase(env)));
    expect(applied.flat()).toEqual(readMigrations(provider).map(({ name }) => name));
  });

  it('are undone whole when one fails, and go on once it is mended', async () => {
    const env = await emptyEnv(provider);
    const folder = copyOfMigrations();
    const sql = 'ALTER TABLE "Class" ADD COLUMN "motto" TEXT;\nALTER TABLE "Nothing" ADD COLUMN "x" TEXT;\n';
    addMigration(folder, provider, '9000_broken', sql);
    await expect(migrateDatabase(env, folder)).rejects.toThrow(/9000_broken failed and was undone/);
    expect(await columnsOf(env, 'Class')).not.toContain('motto');
    rmSync(path.join(folder, provider, '9000_broken'), { recursive: true });
    addMigration(folder, provider, '9000_mended', 'ALTER TABLE "Class" ADD COLUMN "motto" TEXT; -- the end');
    expect(await migrateDatabase(env, folder)).toEqual(['9000_mended']);
    expect(await columnsOf(env, 'Class')).toContain('motto');
    await expect(migrateDatabase(env)).rejects.toThrow(/newer version/);
  });

  it('I15: refuse to start on an edited one', async () => {
    const env = await emptyEnv(provider);
    await migrateDatabase(env);
    const folder = copyOfMigrations();
    const [first] = readdirSync(path.join(folder, provider)).sort();
    const file = path.join(folder, provider, first!, 'migration.sql');
    writeFileSync(file, `${readFileSync(file, 'utf8')}-- edited\n`);
    await expect(migrateDatabase(env, folder)).rejects.toThrow(MigrationError);
    await expect(migrateDatabase(env, folder)).rejects.toThrow(/0001_start was edited/);
  });

  it('I15: refuse to start on one that has failed half-way', async () => {
    const env = await emptyEnv(provider);
    await migrateDatabase(env);
    const { client } = await openDatabase(env);
    await client.$executeRawUnsafe('UPDATE _prisma_migrations SET finished_at = NULL');
    await client.$disconnect();
    await expect(migrateDatabase(env)).rejects.toThrow(/0001_start has failed half-way/);
  });
});

describe('Prisma’s own engine', () => {
  it('finds nothing wrong with a database that this runner has migrated', async () => {
    const env = await emptyEnv('sqlite');
    await migrateDatabase(env);
    const folder = migrationsFolder('sqlite');
    const list = {
      baseDir: folder,
      lockfile: {
        path: './migration_lock.toml',
        content: readFileSync(path.join(folder, 'migration_lock.toml'), 'utf8'),
      },
      shadowDbInitScript: '',
      migrationDirectories: readMigrations('sqlite').map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
      })),
    };
    const factory = new PrismaLibSql({ url: `file:${sqliteFile(env)}` });
    const engine = await startEngine(currentModels('sqlite'), factory);
    const filters = { externalTables: [], externalEnums: [] };
    const found = await engine.diagnoseMigrationHistory({
      migrationsList: list,
      optInToShadowDatabase: true,
      filters,
    });
    expect(found).toMatchObject({
      editedMigrationNames: [],
      failedMigrationNames: [],
      hasMigrationsTable: true,
      history: null,
    });
  });
});

describe('planMigrations', () => {
  const known = ['0001_a', '0002_b'].map((name) => ({ name, sql: `-- ${name}\n` }));
  const applied = (name: string, given = {}) => ({
    name,
    checksum: checksumOf(`-- ${name}\n`),
    finished: true,
    rolledBack: false,
    ...given,
  });

  it('takes other line ends for the same file, and a rolled back row for none', () => {
    const windows = applied('0001_a', { checksum: checksumOf('-- 0001_a\r\n') });
    const rolledBack = applied('0002_b', { finished: false, rolledBack: true });
    expect(planMigrations(known, [windows, rolledBack])).toEqual([known[1]]);
  });

  it('refuses one that would come before an applied one', () => {
    expect(() => planMigrations(known, [applied('0002_b')])).toThrow(/0001_a comes before/);
  });
});
