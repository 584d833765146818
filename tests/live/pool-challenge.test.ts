import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { poolWeights } from '@/engine/pool/pool-network';
import { unpackPool } from '@/engine/pool/pool-pack';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { request } from '@/people/request';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import { bytesToText, floatsToText } from '@/protocol/bytes-text';
import type { ChallengeSubmitAnswer } from '@/protocol/events';
import { poolPaths } from '@/protocol/pool-rules';
import { studentAuthorization } from '@/protocol/submission';
import { makeDataDir, OTHER_TEACHER, type RunningServer, startServer } from './class-server';
import { teacherHeaders } from './known-teacher';
import { add, addMany, download, framesOf, open, openPoolClass, toTheChallenge } from './pool-class';

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

describe('what is held back', () => {
  test('I10: every label has its share, and not one of those pixels reaches a student', async () => {
    const { id, code, student } = await openPoolClass(server.url);
    const watcher = await studentTab(server.url, code, 'Grace');
    mustBeOk(await open(watcher.tab));
    const frames = framesOf(watcher.tab);
    await addMany(
      server,
      student.tab,
      Array.from({ length: 20 }, (_, i) => i % 2),
    );
    await until('frames', () => frames.find(({ pool }) => pool.counts[0] === 10 && pool.counts[1] === 10));
    const { pool } = mustBeOk(await open(watcher.tab));
    expect(pool.heldBack).toEqual([2, 2]);
    const { drawings } = await server.store.readPool(id);
    const held = drawings.filter(({ heldBack }) => heldBack);
    const authorization = studentAuthorization(watcher.credentials);
    const { response, bytes } = await download(server.url, code, { authorization });
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

    const again = await download(server.url, code, {
      authorization,
      'if-none-match': response.headers.get('etag')!,
    });
    expect(again.response.status).toBe(304);
    server.clock.ahead += 10_000;
    mustBeOk(await add(student.tab, 0));
    const changed = await download(server.url, code, {
      authorization,
      'if-none-match': response.headers.get('etag')!,
    });
    expect(changed.response.status).toBe(200);
  });

  test('nobody else downloads the pool', async () => {
    const { code, student } = await openPoolClass(server.url);
    expect((await download(server.url, code, {})).response.status).toBe(401);
    const wrong = studentAuthorization({ ...student.credentials, secret: '0'.repeat(64) });
    expect((await download(server.url, code, { authorization: wrong })).response.status).toBe(404);
    for (const path of [poolPaths.wall(code), poolPaths.file(code)]) {
      const authorization = studentAuthorization(student.credentials);
      expect((await request(server.url, 'GET', path, { headers: { authorization } })).status).toBe(401);
      expect(
        (await request(server.url, 'GET', path, { headers: teacherHeaders(OTHER_TEACHER) })).status,
      ).toBe(403);
    }
  });

  test('I9: judges a network at the challenge, label by label, and ranks by it', async () => {
    const { teacher, student } = await openPoolClass(server.url);
    await addMany(
      server,
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
    await toTheChallenge(teacher);
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

  test('is judged, and drawings are taken, where students go freely from step to step', async () => {
    const { teacher, student } = await openPoolClass(server.url);
    await addMany(
      server,
      student.tab,
      Array.from({ length: 20 }, (_, i) => i % 2),
    );
    mustBeOk(await teacher.command({ type: 'class:pace', pacing: { mode: 'free' } }));
    server.clock.ahead += 60_000;
    const answer = { network: 0, weights: floatsToText(new Float32Array(poolWeights(0, 2))) };
    mustBeOk(await student.tab.say<ChallengeSubmitAnswer>('challenge:submit', { answer }));
    mustBeOk(await add(student.tab, 0));
  });

  test('says so where too little is held back', async () => {
    const { teacher, student } = await openPoolClass(server.url);
    mustBeOk(await add(student.tab, 0));
    await toTheChallenge(teacher);
    const answer = { network: 0, weights: floatsToText(new Float32Array(poolWeights(0, 2))) };
    expect(await student.tab.say('challenge:submit', { answer })).toEqual({
      ok: false,
      code: 'pool-too-small',
    });
  });
});
