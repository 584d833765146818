import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { freshId } from '@/people/credentials';
import { drawing } from '@/people/drawing';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { request } from '@/people/request';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import { textToBytes } from '@/protocol/bytes-text';
import { CLASSES_PATH } from '@/protocol/class-paths';
import type { PoolOpenAnswer } from '@/protocol/pool';
import { POOL } from '@/protocol/pool-rules';
import type { Answer } from '@/protocol/refusals';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { makeClass, teacherHeaders, teacherTab } from './known-teacher';
import { add, addMany, framesOf, open, openPoolClass, toTheChallenge } from './pool-class';

let data: Awaited<ReturnType<typeof makeDataDir>>;
let server: RunningServer;

beforeAll(async () => {
  data = await makeDataDir();
  server = await startServer(data.dataDir);
});
afterEach(closeTabs);
afterAll(async () => {
  await server.stop();
  await data.remove();
});

describe('filing drawings', () => {
  test('I5: a filed drawing is counted, told to watchers with its pixels, and there after a restart', async () => {
    const { code, teacher, student } = await openPoolClass(server.url);
    const opened = mustBeOk(await open(teacher));
    expect(opened.pool).toMatchObject({ kind: 'labels', labels: null, counts: [0, 0], collecting: true });
    const frames = framesOf(teacher);
    const picture = drawing(0);
    mustBeOk(await add(student.tab, 0, picture));
    const frame = await until('a frame with the drawing', () => frames.find(({ added }) => added.length > 0));
    expect(frame.pool.counts).toEqual([1, 0]);
    expect(frame.added[0]).toMatchObject({ label: 0, studentId: student.id });
    expect(textToBytes(frame.added[0]!.pixels)).toEqual(picture);

    await server.stop();
    server = await startServer(data.dataDir);
    const back = await teacherTab(server.url, code);
    expect(mustBeOk(await open(back)).pool.counts).toEqual([1, 0]);
  });

  test('a repeat of the same id files nothing twice; the same pixels are refused', async () => {
    const { student } = await openPoolClass(server.url);
    const picture = drawing(1);
    const id = freshId();
    mustBeOk(await add(student.tab, 1, picture, id));
    mustBeOk(await add(student.tab, 1, picture, id));
    expect(await add(student.tab, 0, picture)).toEqual({ ok: false, code: 'drawing-repeated' });
    expect(mustBeOk(await open(student.tab)).pool.counts).toEqual([0, 1]);
  });

  test('refuses what is no drawing, and what the class is not at', async () => {
    const { teacher, student } = await openPoolClass(server.url);
    expect(await add(student.tab, 0, new Uint8Array(784))).toEqual({ ok: false, code: 'drawing-empty' });
    expect(await add(student.tab, 2)).toEqual({ ok: false, code: 'bad-request' });
    expect(await student.tab.say('pool:add', { id: freshId(), label: 0, pixels: '!'.repeat(1048) })).toEqual({
      ok: false,
      code: 'bad-request',
    });
    expect(await add(teacher, 0)).toEqual({ ok: false, code: 'not-allowed' });
    await toTheChallenge(teacher);
    expect(await add(student.tab, 0)).toEqual({ ok: false, code: 'pool-closed' });
    const digits = await makeClass(server.url);
    const other = await studentTab(server.url, digits.code, 'Bo');
    const teacherThere = await teacherTab(server.url, digits.code);
    mustBeOk(await teacherThere.command({ type: 'class:begin' }));
    const answer = await other.tab.say<PoolOpenAnswer>('pool:open', {});
    if (!answer.ok) expect(answer.code).toBe('no-pool');
    else expect(answer.pool.kind).toBe('digits');
  });

  test('I2: a student files only so many a second, and so many altogether', async () => {
    const { student } = await openPoolClass(server.url);
    const burst = await Promise.all(Array.from({ length: POOL.drawingBurst + 4 }, () => add(student.tab, 0)));
    expect(burst.filter(({ ok }) => !ok).map((answer) => (answer.ok ? '' : answer.code))).toContain(
      'rate-limited',
    );
    const left = POOL.perStudent - burst.filter(({ ok }) => ok).length;
    await addMany(server, student.tab, new Array<number>(left).fill(1));
    server.clock.ahead += 5_000;
    expect(await add(student.tab, 1)).toEqual({ ok: false, code: 'too-many-drawings' });
  });

  test('students take back their own alone, the teacher any; everybody hears of it', async () => {
    const { code, teacher, student } = await openPoolClass(server.url);
    const other = await studentTab(server.url, code, 'Grace');
    const id = freshId();
    mustBeOk(await add(student.tab, 0, drawing(0), id));
    expect(await other.tab.say('pool:remove', { id })).toEqual({ ok: false, code: 'unknown-drawing' });
    mustBeOk(await open(teacher));
    mustBeOk(await open(student.tab));
    const seen = framesOf(teacher);
    const own = framesOf(student.tab);
    mustBeOk(await teacher.say<Answer>('pool:remove', { id }));
    expect(
      (await until('removal', () => seen.find(({ removed }) => removed.includes(id)))).pool.counts,
    ).toEqual([0, 0]);
    await until('own drawings', () => own.find((frame) => frame.own?.length === 0));
  });

  test('deleting a student deletes the drawings', async () => {
    const { id, teacher, student } = await openPoolClass(server.url);
    mustBeOk(await add(student.tab, 0));
    const route = `${CLASSES_PATH}/${id}/students/${student.id}`;
    mustBeOk((await request<Answer>(server.url, 'DELETE', route, { headers: teacherHeaders() })).answer);
    expect(mustBeOk(await open(teacher)).pool.counts).toEqual([0, 0]);
    expect((await server.store.readPool(id)).drawings).toEqual([]);
  });
});

describe('labels', () => {
  test('are named while the pool is empty, and fixed while it is not', async () => {
    const { teacher, student } = await openPoolClass(server.url);
    const name = (labels: string[] | null) => teacher.say<Answer>('pool:label', { labels });
    expect(await name(['sun', ' SUN '])).toEqual({ ok: false, code: 'pool-labels-invalid' });
    expect(await name(['one'])).toEqual({ ok: false, code: 'bad-request' });
    expect(await student.tab.say('pool:label', { labels: null })).toEqual({ ok: false, code: 'not-allowed' });
    mustBeOk(await name(['sun', 'moon', 'star']));
    expect(mustBeOk(await open(student.tab)).pool).toMatchObject({
      labels: ['sun', 'moon', 'star'],
      counts: [0, 0, 0],
    });
    mustBeOk(await add(student.tab, 2));
    expect(await name(null)).toEqual({ ok: false, code: 'pool-labels-fixed' });
    mustBeOk(await teacher.say<Answer>('pool:clear', {}));
    mustBeOk(await name(null));
  });
});
