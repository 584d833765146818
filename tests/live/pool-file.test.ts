import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { drawing } from '@/people/drawing';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { request } from '@/people/request';
import { bytesToText } from '@/protocol/bytes-text';
import type { PoolFile, PoolImported } from '@/protocol/pool-file';
import { POOL, poolPaths } from '@/protocol/pool-rules';
import type { Answer } from '@/protocol/refusals';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { teacherHeaders, teacherTab } from './known-teacher';
import { addMany, open, openPoolClass, poolClass } from './pool-class';

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

describe('a pool as a file', () => {
  const upload = (code: string, body: string, headers: Record<string, string> = teacherHeaders()) =>
    request<Answer<PoolImported>>(server.url, 'POST', poolPaths.file(code), { headers, body });

  test('goes from one class to another, with nobody’s name in it', async () => {
    const { code, teacher, student } = await openPoolClass(server.url);
    mustBeOk(await teacher.say<Answer>('pool:label', { labels: ['sun', 'moon'] }));
    await addMany(server, student.tab, [0, 1, 1]);
    const response = await fetch(`${server.url}${poolPaths.file(code)}`, { headers: teacherHeaders() });
    expect(response.headers.get('content-disposition')).toContain('attachment');
    const text = await response.text();
    expect(text).not.toContain(student.id);
    expect(text).not.toContain('Ada');

    const target = await poolClass(server.url);
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
    const target = await poolClass(server.url);
    const good: PoolFile = {
      format: 'perceptroom-pool',
      version: 1,
      kind: 'labels',
      dataset: 'digits',
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
