import type { DatabaseEnv } from '@/server/store/database';
import { type Database, openDatabase } from '@/server/store/database';

/** Copies at once, so that no statement takes long. */
const TABLES = ['Class', 'Student', 'Run', 'RunBatch'] as const;

/**
 * Puts copies of a class beside it, with its students, its runs and each run's last batch (without its points, which would be gigabytes), so
 * that a query which looks at what it does not need is found out. SQLite alone.
 */
export async function copyClass(env: DatabaseEnv, classId: string, copies: number): Promise<void> {
  const database = await openDatabase(env);
  try {
    for (let copy = 1; copy <= copies; copy += 1)
      for (const table of TABLES) await copyRows(database, table, classId, copy);
  } finally {
    await database.client.$disconnect();
  }
}

/** The same id in another class: its first eight digits are the copy's number. */
const other = (column: string, copy: number) =>
  `'${copy.toString(16).padStart(8, '0')}' || substr("${column}", 9)`;

async function copyRows(
  { client }: Database,
  table: (typeof TABLES)[number],
  classId: string,
  copy: number,
): Promise<void> {
  const columns = await client.$queryRawUnsafe<{ name: string }[]>(`PRAGMA table_info("${table}")`);
  const values = columns.map(({ name }) => {
    if (name === 'classId' || name === 'runId' || name === 'studentId') return other(name, copy);
    if (name === 'id') return other(name, copy);
    if (name === 'openCode') return 'NULL';
    return name === 'points' ? `'[]'` : `"${name}"`;
  });
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const of = {
    Class: `"id" = '${classId}'`,
    Student: `"classId" = '${classId}'`,
    Run: `"classId" = '${classId}'`,
    RunBatch: `"runId" IN (SELECT "id" FROM "Run" WHERE "classId" = '${classId}') AND "sequence" = 10`,
  }[table];
  await client.$executeRawUnsafe(
    `INSERT INTO "${table}" (${names}) SELECT ${values.join(', ')} FROM "${table}" WHERE ${of}`,
  );
}
