import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { poolWeights } from '@/engine/pool/pool-network';
import { unpackPool } from '@/engine/pool/pool-pack';
import { bytesToText, floatsToText, textToBytes } from '@/protocol/bytes-text';
import { CLASSES_PATH, type ClassCreated } from '@/protocol/classes';
import type { ChallengeSubmitAnswer } from '@/protocol/events';
import { POOL, type PoolFrame, type PoolOpenAnswer, poolPaths } from '@/protocol/pool';
import type { PoolFile, PoolImported } from '@/protocol/pool-file';
import type { Answer } from '@/protocol/refusals';
import { studentAuthorization } from '@/protocol/submission';
import { makeDataDir, OTHER_TEACHER, type RunningServer, startServer, TEACHER } from './class-server';
import {
  closeTabs,
  makeClass,
  mustBeOk,
  newId,
  request,
  studentTab,
  type Tab,
  teacherHeaders,
  teacherTab,
  until,
} from './people';

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

let drawn = 0;
/** A drawing like no other: a bar whose place and ink are its number. Label 0 stands up, label 1 lies down. */
function drawing(label: number): Uint8Array<ArrayBuffer> {
  drawn += 1;
  const pixels = new Uint8Array(784);
  for (let along = 4; along < 24; along += 1) {
    const across = 6 + (drawn % 16);
    const at = label === 0 ? along * 28 + across : across * 28 + along;
    pixels[at] = 255;
    pixels[at + (label === 0 ? 1 : 28)] = 200 - (drawn % 150);
  }
  pixels[drawn % 28] = 1 + (drawn % 250);
  return pixels;
}

async function poolClass(lessonId = 'learning-from-data', teacherId = TEACHER): Promise<ClassCreated> {
  const { answer } = await request<Answer<ClassCreated>>(server.url, 'POST', CLASSES_PATH, {
    headers: teacherHeaders(teacherId),
    body: JSON.stringify({ lessonId }),
  });
  return mustBeOk(answer);
}

async function openClass() {
  const made = await poolClass();
  const teacher = await teacherTab(server.url, made.code);
  mustBeOk(await teacher.command({ type: 'class:begin' }));
  const student = await studentTab(server.url, made.code, 'Ada');
  return { ...made, teacher, student };
}

const add = (tab: Tab, label: number, pixels = drawing(label), id = newId()) =>
  tab.say<Answer>('pool:add', { id, label, pixels: bytesToText(pixels) });
const open = (tab: Tab) => tab.say<PoolOpenAnswer>('pool:open', {});

/** Files as fast as the limit lets: the server's clock is moved on. */
async function addMany(tab: Tab, labels: readonly number[]): Promise<void> {
  for (const label of labels) {
    server.clock.ahead += 2_100;
    mustBeOk(await add(tab, label));
  }
}

function framesOf(tab: Tab): PoolFrame[] {
  const frames: PoolFrame[] = [];
  tab.socket.on('pool', (frame) => frames.push(frame));
  return frames;
}

async function download(code: string, headers: Record<string, string>) {
  const response = await fetch(`${server.url}${poolPaths.training(code)}`, { headers });
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

describe('filing drawings', () => {
  test('I5: a filed drawing is counted, told to watchers with its pixels, and there after a restart', async () => {
    const { code, teacher, student } = await openClass();
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
    const { student } = await openClass();
    const picture = drawing(1);
    const id = newId();
    mustBeOk(await add(student.tab, 1, picture, id));
    mustBeOk(await add(student.tab, 1, picture, id));
    expect(await add(student.tab, 0, picture)).toEqual({ ok: false, code: 'drawing-repeated' });
    expect(mustBeOk(await open(student.tab)).pool.counts).toEqual([0, 1]);
  });

  test('refuses what is no drawing, and what the class is not at', async () => {
    const { teacher, student } = await openClass();
    expect(await add(student.tab, 0, new Uint8Array(784))).toEqual({ ok: false, code: 'drawing-empty' });
    expect(await add(student.tab, 2)).toEqual({ ok: false, code: 'bad-request' });
    expect(await student.tab.say('pool:add', { id: newId(), label: 0, pixels: '!'.repeat(1048) })).toEqual({
      ok: false,
      code: 'bad-request',
    });
    expect(await add(teacher, 0)).toEqual({ ok: false, code: 'not-allowed' });
    for (let step = 0; step < 4; step += 1) mustBeOk(await teacher.command({ type: 'step:next' }));
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
    const { student } = await openClass();
    const burst = await Promise.all(Array.from({ length: POOL.drawingBurst + 4 }, () => add(student.tab, 0)));
    expect(burst.filter(({ ok }) => !ok).map((answer) => (answer.ok ? '' : answer.code))).toContain(
      'rate-limited',
    );
    const left = POOL.perStudent - burst.filter(({ ok }) => ok).length;
    await addMany(student.tab, new Array<number>(left).fill(1));
    server.clock.ahead += 5_000;
    expect(await add(student.tab, 1)).toEqual({ ok: false, code: 'too-many-drawings' });
  });

  test('students take back their own alone, the teacher any; everybody hears of it', async () => {
    const { code, teacher, student } = await openClass();
    const other = await studentTab(server.url, code, 'Grace');
    const id = newId();
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
    const { id, teacher, student } = await openClass();
    mustBeOk(await add(student.tab, 0));
    const route = `${CLASSES_PATH}/${id}/students/${student.id}`;
    mustBeOk((await request<Answer>(server.url, 'DELETE', route, { headers: teacherHeaders() })).answer);
    expect(mustBeOk(await open(teacher)).pool.counts).toEqual([0, 0]);
    expect((await server.store.readPool(id)).drawings).toEqual([]);
  });
});

describe('labels', () => {
  test('are named while the pool is empty, and fixed while it is not', async () => {
    const { teacher, student } = await openClass();
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

describe('what is held back', () => {
  test('I10: every label has its share, and not one of those pixels reaches a student', async () => {
    const { id, code, student } = await openClass();
    const watcher = await studentTab(server.url, code, 'Grace');
    mustBeOk(await open(watcher.tab));
    const frames = framesOf(watcher.tab);
    await addMany(
      student.tab,
      Array.from({ length: 20 }, (_, i) => i % 2),
    );
    await until('frames', () => frames.find(({ pool }) => pool.counts[0] === 10 && pool.counts[1] === 10));
    const { pool } = mustBeOk(await open(watcher.tab));
    expect(pool.heldBack).toEqual([2, 2]);
    const { drawings } = await server.store.readPool(id);
    const held = drawings.filter(({ heldBack }) => heldBack);
    const authorization = studentAuthorization(watcher.credentials);
    const { response, bytes } = await download(code, { authorization });
    expect(response.status).toBe(200);
    const packed = unpackPool(bytes)!;
    expect(packed.labels.length).toBe(16);
    const sent = new Set(
      Array.from(packed.labels, (_, i) => bytesToText(packed.pixels.subarray(i * 784, (i + 1) * 784))),
    );
    for (const { pixels } of held) {
      expect(sent.has(bytesToText(pixels))).toBe(false);
      expect(watcher.tab.received).not.toContain(bytesToText(pixels));
    }

    const again = await download(code, { authorization, 'if-none-match': response.headers.get('etag')! });
    expect(again.response.status).toBe(304);
    server.clock.ahead += 10_000;
    mustBeOk(await add(student.tab, 0));
    const changed = await download(code, { authorization, 'if-none-match': response.headers.get('etag')! });
    expect(changed.response.status).toBe(200);
  });

  test('nobody else downloads the pool', async () => {
    const { code, student } = await openClass();
    expect((await download(code, {})).response.status).toBe(401);
    const wrong = studentAuthorization({ ...student.credentials, secret: '0'.repeat(64) });
    expect((await download(code, { authorization: wrong })).response.status).toBe(404);
    for (const path of [poolPaths.wall(code), poolPaths.file(code)]) {
      const authorization = studentAuthorization(student.credentials);
      expect((await request(server.url, 'GET', path, { headers: { authorization } })).status).toBe(401);
      expect(
        (await request(server.url, 'GET', path, { headers: teacherHeaders(OTHER_TEACHER) })).status,
      ).toBe(403);
    }
  });

  test('I9: judges a network at the challenge, label by label, and ranks by it', async () => {
    const { teacher, student } = await openClass();
    await addMany(
      student.tab,
      Array.from({ length: 20 }, (_, i) => i % 2),
    );
    // Upright bars have their ink in a column: a linear network needs no more than the middle rows' outer pixels. Here: all for label 1.
    const weights = new Float32Array(poolWeights(0, 2));
    weights[weights.length - 1] = 5;
    const answer = { network: 0, weights: floatsToText(weights) };
    const submit = (given: unknown) =>
      student.tab.say<ChallengeSubmitAnswer>('challenge:submit', { answer: given });
    expect(await submit(answer)).toEqual({ ok: false, code: 'wrong-phase' });
    for (let step = 0; step < 4; step += 1) mustBeOk(await teacher.command({ type: 'step:next' }));
    server.clock.ahead += 60_000;
    const scored = mustBeOk(await submit(answer));
    expect(scored).toMatchObject({ part: 'all', value: 0.5, reached: false });
    expect(scored.perLabel).toEqual([
      { right: 0, of: 2 },
      { right: 2, of: 2 },
    ]);
    expect(await submit({ network: 0, weights: floatsToText(weights.subarray(1)) })).toEqual({
      ok: false,
      code: 'weights-wrong-length',
    });
    weights[0] = Number.NaN;
    expect((await submit({ network: 0, weights: floatsToText(weights) })).ok).toBe(false);
    expect(await submit({ network: 7, weights: '' })).toEqual({ ok: false, code: 'bad-request' });
    const view = await until('the board', () =>
      teacher.views.findLast((one) => one.viewer === 'teacher' && one.board.rows.length === 1),
    );
    expect(view.board!.rows[0]!.accuracy).toBe(0.5);
  });

  test('says so where too little is held back', async () => {
    const { teacher, student } = await openClass();
    mustBeOk(await add(student.tab, 0));
    for (let step = 0; step < 4; step += 1) mustBeOk(await teacher.command({ type: 'step:next' }));
    const answer = { network: 0, weights: floatsToText(new Float32Array(poolWeights(0, 2))) };
    expect(await student.tab.say('challenge:submit', { answer })).toEqual({
      ok: false,
      code: 'pool-too-small',
    });
  });
});

describe('a pool as a file', () => {
  const upload = (code: string, body: string, headers: Record<string, string> = teacherHeaders()) =>
    request<Answer<PoolImported>>(server.url, 'POST', poolPaths.file(code), { headers, body });

  test('goes from one class to another, with nobody’s name in it', async () => {
    const { code, teacher, student } = await openClass();
    mustBeOk(await teacher.say<Answer>('pool:label', { labels: ['sun', 'moon'] }));
    await addMany(student.tab, [0, 1, 1]);
    const response = await fetch(`${server.url}${poolPaths.file(code)}`, { headers: teacherHeaders() });
    expect(response.headers.get('content-disposition')).toContain('attachment');
    const text = await response.text();
    expect(text).not.toContain(student.id);
    expect(text).not.toContain('Ada');

    const target = await poolClass();
    const { status, answer } = await upload(target.code, text);
    expect(status).toBe(201);
    expect(answer).toEqual({ ok: true, added: 3, left: 0 });
    expect((await upload(target.code, text)).answer).toEqual({ ok: true, added: 0, left: 3 });
    const there = await teacherTab(server.url, target.code);
    expect(mustBeOk(await open(there)).pool).toMatchObject({ labels: ['sun', 'moon'], counts: [1, 2] });
    const otherLabels = { ...(JSON.parse(text) as PoolFile), labels: ['a', 'b'] };
    expect((await upload(target.code, JSON.stringify(otherLabels))).answer).toEqual({
      ok: false,
      code: 'pool-file-other-kind',
    });
  });

  test('a broken or hostile file is refused with a word, and changes nothing', async () => {
    const target = await poolClass();
    const good: PoolFile = {
      format: 'perceptroom-pool',
      version: 1,
      kind: 'labels',
      labels: null,
      drawings: [],
    };
    const one = { label: 0, pixels: bytesToText(drawing(0)) };
    for (const body of [
      '',
      'no json',
      '[]',
      '{"__proto__":{}}',
      JSON.stringify({ ...good, format: 'other' }),
      JSON.stringify({ ...good, drawings: [{ ...one, label: 2 }] }),
      JSON.stringify({ ...good, drawings: [{ ...one, pixels: 'x'.repeat(1048) }] }),
      JSON.stringify({ ...good, drawings: [{ ...one, pixels: '&'.repeat(1048) }] }),
      JSON.stringify({ ...good, labels: ['a', 'a'] }),
      JSON.stringify({ ...good, drawings: new Array(POOL.perClass + 1).fill(one) }),
    ]) {
      expect((await upload(target.code, body)).answer, body.slice(0, 60)).toEqual({
        ok: false,
        code: 'pool-file-invalid',
      });
    }
    expect((await upload(target.code, JSON.stringify(good), {})).status).toBe(401);
    expect(
      (
        await upload(target.code, JSON.stringify(good), {
          ...teacherHeaders(),
          origin: 'http://evil.example',
        })
      ).status,
    ).toBe(403);
    const teacher = await teacherTab(server.url, target.code);
    expect(mustBeOk(await open(teacher)).pool.counts).toEqual([0, 0]);
  });
});
