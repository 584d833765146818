import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { request } from '@/people/request';
import { AUTH_PATHS } from '@/protocol/auth';
import { EXPORT_NAMES, exportPath } from '@/protocol/exports';
import { groupPath } from '@/protocol/groups';
import { type Database, openDatabase } from '@/server/store/database';
import { PrismaStore } from '@/server/store/prisma-store';
import type { Store } from '@/server/store/store';
import { type PostgresServer, startPostgres } from '@/tests/store/postgres-server';
import { AccountServer, PASSWORD } from './account-server';
import { aMark, fillClass, fillGroup } from './marked-things';

/** Which tables can hold something of whom. A table that is in none of these lists, and is not among `NOBODYS`, fails the test: fill it. */
const OF = {
  student: [
    'ChallengeResult',
    'Checkpoint',
    'ClassAnswer',
    'FooledDrawing',
    'ClassEvent',
    'HelpCall',
    'Measurement',
    'Message',
    'MessageReceipt',
    'PoolDrawing',
    'Prediction',
    'Run',
    'RunBatch',
    'RunRemark',
    'Score',
    'SetUp',
    'Snapshot',
    'StepRecord',
    'Student',
    'Weights',
  ],
  class: ['Assistant', 'Bookmark', 'Class', 'ClassOwner', 'ClassShare', 'PoolLabels', 'SetUpWeights'],
  group: ['Group', 'GroupOwner'],
  account: ['Account', 'Session', 'User', 'Verification'],
} as const;
/** The journal has somebody's points for seconds: `expectGone` looks there, too. */
const NOBODYS = ['RunJournal', 'Upkeep', '_prisma_migrations'];

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

describeDeletion('SQLite', async () => '');
describeDeletion('PostgreSQL', () => postgres.createDatabase());

/** Delete, and nothing is left: neither a row nor, in the embedded database, a byte, nor a line of the log. */
function describeDeletion(name: string, databaseUrl: () => Promise<string>): void {
  describe(name, () => {
    let server: AccountServer;
    let database: Database;
    let store: Store;
    beforeAll(async () => {
      const url = await databaseUrl();
      server = await AccountServer.start(url);
      database = await openDatabase({ databaseUrl: url || null, dataDir: server.dataDir });
      store = new PrismaStore(database, { emptiesLog: false });
    });
    afterAll(async () => {
      await store?.close();
      await server?.remove();
    });

    const newTeacher = async (): Promise<Known> => {
      const email = `${aMark('email')}@example.org`;
      const cookie = await server.teacher(email);
      const [row] = await rows('SELECT "id" FROM "User" WHERE "email" = $1', email);
      return { id: String(row!.id), email, cookie };
    };
    const ask = async (cookie: string, method: string, route: string) =>
      (await request<{ ok: boolean }>(server.url, method, route, { headers: { cookie } })).answer;

    const rows = (sql: string, ...values: string[]): Promise<Record<string, unknown>[]> =>
      database.client.$queryRawUnsafe(sql, ...values);

    async function tables(): Promise<string[]> {
      const found = await rows(
        database.provider === 'sqlite'
          ? `SELECT "name" FROM "sqlite_master" WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite_%'`
          : `SELECT "table_name" AS "name" FROM "information_schema"."tables" WHERE "table_schema" = 'public'`,
      );
      return found.map((row) => String(row.name)).sort();
    }

    /** The tables in which one of these marks stands. */
    async function tablesWith(marks: readonly string[]): Promise<string[]> {
      const found: string[] = [];
      for (const table of await tables()) {
        const all = await rows(`SELECT * FROM "${table}"`);
        if (all.some((row) => Object.values(row).some((value) => holds(value, marks)))) found.push(table);
      }
      return found;
    }

    /** Where in the data folder and in the log one of these marks stands. */
    function placesWith(marks: readonly string[]): string[] {
      const files = filesIn(server.dataDir).filter((file) =>
        contains(readFileSync(file).toString('latin1'), marks),
      );
      const logged = contains(server.logged.join(''), marks) ? ['the log'] : [];
      return [...files.map((file) => path.relative(server.dataDir, file)), ...logged];
    }

    async function expectGone(marks: readonly string[]): Promise<void> {
      expect(await tablesWith(marks)).toEqual([]);
      expect(placesWith(marks)).toEqual([]);
    }

    let stay: Promise<[Known, Known]> | null = null;
    /** Two teachers who stay: a password costs time. */
    const teachers = () => {
      stay ??= Promise.all([newTeacher(), newTeacher()]);
      return stay;
    };

    it('knows of every table whose it is', async () => {
      expect(await tables()).toEqual([...Object.values(OF).flat(), ...NOBODYS].sort());
    });

    it('of a student, while the others stay', async () => {
      const [{ id: teacherId, cookie }] = await teachers();
      const { id, students } = await fillClass(store, { teacherId, coOwners: [] });
      const [first, gone, last] = students;
      await server.stop();
      const failed = students.map(({ student }) => `${student.id} ${Date.now()}\n`).join('');
      writeFileSync(path.join(server.dataDir, 'failed-submissions'), failed);
      await server.run();
      expect(placesWith([last!.student.id])).toContain('failed-submissions');
      for (const { marks } of students)
        expect(await tablesWith(marks)).toEqual(expect.arrayContaining([...OF.student]));
      // Once as the first, who stood on the projector, once as one in the middle, who was helped and has helped.
      for (const one of [first, gone]) {
        expect(await ask(cookie, 'DELETE', `/api/classes/${id}/students/${one!.student.id}`)).toEqual({
          ok: true,
        });
        await expectGone(one!.marks);
      }
      for (const file of EXPORT_NAMES) {
        const answer = await fetch(server.url + exportPath(id, file, true), { headers: { cookie } });
        const text = Buffer.from(await answer.arrayBuffer()).toString('latin1');
        expect(answer.status).toBe(200);
        expect(contains(text, [...first!.marks, ...gone!.marks])).toBe(false);
      }
      expect(await tablesWith(last!.marks)).toEqual(expect.arrayContaining([...OF.student]));
    });

    it('of a class', async () => {
      const [{ id: teacherId, cookie }, other] = await teachers();
      const { id, students, marks } = await fillClass(store, { teacherId, coOwners: [other.id] });
      const all = [...marks, ...students.flatMap((one) => one.marks)];
      expect(await tablesWith(all)).toEqual(expect.arrayContaining([...OF.student, ...OF.class]));
      expect(await ask(cookie, 'DELETE', `/api/classes/${id}`)).toEqual({ ok: true });
      await expectGone(all);
    });

    it('of a group with its sittings', async () => {
      const [{ id: teacherId, cookie }, other] = await teachers();
      const whose = { teacherId, coOwners: [other.id] };
      const group = await fillGroup(store, whose);
      const sittings = [
        await fillClass(store, { ...whose, group }),
        await fillClass(store, { ...whose, group }),
      ];
      const all = sittings.flatMap(({ marks, students }) => [
        ...marks,
        ...students.flatMap((one) => one.marks),
      ]);
      expect(await tablesWith(group.marks)).toEqual(expect.arrayContaining([...OF.group]));
      expect(await ask(cookie, 'DELETE', groupPath(group.id))).toEqual({ ok: true });
      await expectGone([...group.marks, ...all]);
    });

    it('of an account, but for what it shares', async () => {
      const [leaving, [staying]] = [await newTeacher(), await teachers()];
      const whose = { teacherId: leaving.id, coOwners: [] };
      const group = await fillGroup(store, whose);
      const own = [await fillClass(store, { ...whose, group }), await fillClass(store, whose)];
      const shared = [
        await fillClass(store, { teacherId: leaving.id, coOwners: [staying.id] }),
        await fillClass(store, { teacherId: staying.id, coOwners: [leaving.id] }),
      ];
      await fillGroup(store, { teacherId: staying.id, coOwners: [leaving.id] });
      if (database.provider === 'sqlite') await server.makeLink(leaving.email);
      const secrets = [
        ...(await rows('SELECT "token" AS "secret" FROM "Session" WHERE "userId" = $1', leaving.id)),
        ...(await rows('SELECT "password" AS "secret" FROM "Account" WHERE "userId" = $1', leaving.id)),
      ].map(({ secret }) => String(secret));
      expect(secrets.length).toBeGreaterThanOrEqual(2);
      const marks = [leaving.id, leaving.email, ...secrets];
      expect(await tablesWith(marks)).toEqual(
        expect.arrayContaining(
          ['Account', 'Class', 'ClassOwner', 'Group', 'GroupOwner', 'Session', 'User'].concat(
            database.provider === 'sqlite' ? ['Verification'] : [],
          ),
        ),
      );
      const closed = await server.auth(
        AUTH_PATHS.closeAccount,
        { confirm: leaving.email, current: PASSWORD },
        { cookie: leaving.cookie },
      );
      expect(closed.code).toBe('ok');
      await expectGone([
        ...marks,
        ...group.marks,
        ...own.flatMap((one) => [...one.marks, ...one.students.flatMap((student) => student.marks)]),
      ]);
      for (const { marks: kept } of shared) expect(await tablesWith(kept)).toContain('Class');
    });
  });
}

interface Known {
  id: string;
  email: string;
  cookie: string;
}

const contains = (text: string, marks: readonly string[]) => marks.some((mark) => text.includes(mark));

function holds(value: unknown, marks: readonly string[]): boolean {
  if (typeof value === 'string') return contains(value, marks);
  return value instanceof Uint8Array && contains(Buffer.from(value).toString('latin1'), marks);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
}
