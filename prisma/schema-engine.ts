import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import type { Provider } from './model-files';

type EngineGlue = {
  SchemaEngine: { new: (...parameters: Parameters<typeof SchemaEngine.new>) => Promise<SchemaEngine> };
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
};

let loaded: Promise<EngineGlue> | null = null;

/** Instantiated by hand: bundlers and loaders do not find the .wasm file by themselves. */
async function loadEngine(): Promise<EngineGlue> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const glue = await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href);
  const module = new WebAssembly.Module(readFileSync(path.join(folder, 'schema_engine_bg.wasm')));
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  // The engine writes here when it panics, and fails in a way nobody understands if it is missing.
  (globalThis as Record<string, unknown>).PRISMA_WASM_PANIC_REGISTRY ??= {
    set_message: (message: string) => console.error(`schema engine: ${message}`),
  };
  return glue;
}

/**
 * Prisma's schema engine on a connection.
 * @param models a schema's text, datasource included
 */
export async function startEngine(
  models: string,
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<SchemaEngine> {
  loaded ??= loadEngine();
  const glue = await loaded;
  return glue.SchemaEngine.new(
    { datamodels: [['schema.prisma', models]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

/** The PostgreSQL that migrations are written for. */
const POSTGRES_VERSION = { text: 'PostgreSQL 15.0', number: 150_000 };

/**
 * The engine asks a PostgreSQL for its version before it does anything, also when it only compares models with models:
 * this answers that one question, so that no server is needed.
 */
function answerVersionOnly(): SqlMigrationAwareDriverAdapterFactory {
  const refuse = () => Promise.reject(new Error('only models can be compared here: there is no database'));
  const queryRaw = (query: { sql: string }): Promise<SqlResultSet> =>
    /version\(\)/i.test(query.sql)
      ? Promise.resolve({
          columnNames: ['exists', 'version', 'numeric_version'],
          columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
          rows: [[true, POSTGRES_VERSION.text, POSTGRES_VERSION.number]],
        })
      : Promise.resolve({ columnNames: [], columnTypes: [], rows: [] });
  const connect = () =>
    Promise.resolve({
      provider: 'postgres' as const,
      adapterName: '@prisma/adapter-pg',
      queryRaw,
      executeRaw: () => Promise.resolve(0),
      executeScript: refuse,
      startTransaction: refuse,
      dispose: () => Promise.resolve(),
      getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
    });
  return { provider: 'postgres', adapterName: '@prisma/adapter-pg', connect, connectToShadowDb: connect };
}

/**
 * The SQL that leads from one set of models to another; null if there is no difference.
 * @param before a schema's text, or null for an empty database
 */
export async function diffModels(
  provider: Provider,
  before: string | null,
  after: string,
): Promise<string | null> {
  const factory = provider === 'sqlite' ? new PrismaLibSql({ url: ':memory:' }) : answerVersionOnly();
  const engine = await startEngine(after, factory);
  const asTarget = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  });
  const { stdout, exitCode } = await engine.diff({
    from: before === null ? { tag: 'empty' } : asTarget(before),
    to: asTarget(after),
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return exitCode === 0 ? null : stdout;
}
