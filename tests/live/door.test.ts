import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newCredentials } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab } from '@/people/recording-tab';
import { request } from '@/people/request';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import { LIMITS } from '@/protocol/limits';
import { isRefusalCode } from '@/protocol/refusals';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { makeClass, teacherHeaders } from './known-teacher';

const EVENTS = [
  'attach',
  'command',
  'run:attach',
  'run:append',
  'run:list',
  'run:read',
  'student:condition',
  'error',
  'nonsense',
];
const JUNK: unknown[] = [
  null,
  undefined,
  0,
  '',
  'x'.repeat(100_000),
  [],
  {},
  { __proto__: { code: 'ABCDEF' } },
  { code: {} },
  { code: 'ABCDEF', as: { kind: 'teacher', extra: 1 } },
  { type: 'constructor' },
  { runId: 'x' },
  {
    runId: 'a'.repeat(32),
    epoch: 1,
    batch: { sequence: 1e308, points: [], state: 'training', report: null },
  },
  JSON.parse('{"__proto__": {"ok": true}}'),
  Buffer.from('binary'),
];

describe('the door', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  beforeAll(async () => {
    data = await makeDataDir();
    server = await startServer(data.dataDir);
  });
  afterEach(() => {
    closeTabs();
    server.clock.ahead = 0;
    server.clock.frozen = null;
  });
  afterAll(async () => {
    await server.stop();
    await data.remove();
  });

  it('I2: answers whatever comes with a refusal, attached or not, and goes on', async () => {
    const { code } = await makeClass(server.url);
    const { tab } = await studentTab(server.url, code, 'Ada');
    for (const each of [openTab(server.url), tab]) {
      for (const event of EVENTS) {
        for (const payload of JUNK) {
          const answer = await each.say<{ ok: boolean; code: string }>(event, payload);
          expect(answer.ok).toBe(false);
          expect(isRefusalCode(answer.code)).toBe(true);
          server.clock.ahead += 1_000;
        }
      }
    }
    mustBeOk(await tab.listRuns(null));
  });

  it('I2: does nothing for messages that cannot be answered, and survives them', async () => {
    const { code } = await makeClass(server.url);
    const { tab } = await studentTab(server.url, code, 'Ada');
    const loose = tab.socket as unknown as { emit(event: string, ...args: unknown[]): void };
    for (const event of EVENTS) {
      loose.emit(event);
      loose.emit(event, { type: 'student:leave' });
      loose.emit(event, 1, 2, 3);
    }
    mustBeOk(await tab.listRuns(null));
    expect(tab.detached).toEqual([]);
  });

  it('cuts off a message that is too large', async () => {
    const tab = openTab(server.url);
    await until('connected', () => tab.socket.connected);
    tab.socket.emit('attach', { code: 'x'.repeat(LIMITS.messageBytes + 1) } as never, () => undefined);
    await until('cut off', () => !tab.socket.connected);
  });

  it('I2: bounds the messages of one socket, and closes one that goes on', async () => {
    server.clock.frozen = Date.now();
    const tab = openTab(server.url);
    await until('connected', () => tab.socket.connected);
    const answers: string[] = [];
    const loose = tab.socket as unknown as { emit(event: string, ...args: unknown[]): void };
    for (let index = 0; index < LIMITS.messageBurst + 3_000; index += 1)
      loose.emit('command', {}, (answer: { code: string }) => answers.push(answer.code));
    await until('closed', () => !tab.socket.connected);
    for (const code of answers) expect(['bad-request', 'rate-limited']).toContain(code);
    expect(answers).toContain('rate-limited');
  });

  it('lets nobody try codes without end, by socket or by HTTP', async () => {
    const { code } = await makeClass(server.url);
    server.clock.frozen = Date.now();
    const guess = () => request<{ code: string }>(server.url, 'GET', '/api/classes/ZZZZZZ');
    expect((await guess()).answer.code).toBe('unknown-code');
    const codes = new Set<string>();
    for (let round = 0; round < 40; round += 1)
      for (const { answer } of await Promise.all(Array.from({ length: 20 }, guess))) codes.add(answer.code);
    expect(codes).toContain('rate-limited');
    // Who has the right one is not behind those who share the address and guess.
    const neighbour = { kind: 'newcomer', nickname: 'Ada', credentials: newCredentials() } as const;
    mustBeOk(await openTab(server.url).attach({ code, as: neighbour }));
    server.clock.ahead = 10_000;
    expect((await guess()).answer.code).toBe('unknown-code');
  });

  it('connects pages of this server alone', async () => {
    const stranger = openTab(server.url, { extraHeaders: { origin: 'http://elsewhere.example' } });
    let refused = false;
    stranger.socket.on('connect_error', () => {
      refused = true;
    });
    await until('refused', () => refused);
    expect(stranger.socket.connected).toBe(false);
    const own = openTab(server.url, { extraHeaders: { origin: server.url } });
    await until('connected', () => own.socket.connected);
    const polling = openTab(server.url, { transports: ['polling'] });
    await until('connected by polling', () => polling.socket.connected);
  });

  it('ends an upgrade that is not for the sockets', async () => {
    const { port } = new URL(server.url);
    const line = connect(Number(port), '127.0.0.1');
    line.write('GET /_next/hmr HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    line.on('error', () => undefined);
    await until('closed', () => line.closed);
  });

  it('I2: answers every refusal of the HTTP routes', async () => {
    const { id } = await makeClass(server.url);
    const cases: [string, string, RequestInit['body'] | undefined, number, string][] = [
      ['GET', '/api/classes/%E0%A4%A', undefined, 400, 'bad-request'],
      ['GET', '/api/classes/toolongcode', undefined, 404, 'unknown-code'],
      ['PUT', '/api/classes', '{}', 400, 'bad-request'],
      ['POST', '/api/classes', '{', 400, 'bad-request'],
      ['POST', '/api/classes', '{"lessonId":"none"}', 422, 'unknown-lesson'],
      ['POST', '/api/classes', `{"lessonId":"${'x'.repeat(10_000)}"}`, 400, 'bad-request'],
      ['DELETE', '/api/classes/zz', undefined, 400, 'bad-request'],
      ['DELETE', `/api/classes/${'0'.repeat(32)}`, undefined, 403, 'not-your-class'],
      ['DELETE', `/api/classes/${id}/students/zz`, undefined, 400, 'bad-request'],
    ];
    for (const [method, route, body, status, code] of cases) {
      const given = { headers: teacherHeaders(), ...(body ? { body } : {}) };
      expect({ route, ...(await request(server.url, method, route, given)) }).toEqual({
        route,
        status,
        answer: { ok: false, code },
      });
    }
    expect(await request(server.url, 'GET', '/nothing')).toMatchObject({ status: 404 });
    expect(await request(server.url, 'GET', '/healthz')).toMatchObject({ status: 200 });
    expect(await request(server.url, 'GET', '/readyz')).toMatchObject({ status: 200 });
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    for (const name of [
      'sockets',
      'classes',
      'students',
      'points_stored_total',
      'event_loop_lag_max_seconds',
    ])
      expect(metrics).toContain(`perceptroom_${name}`);
    expect(metrics).toContain('perceptroom_requests_total{route="DELETE /api/classes/:id",status="403"} 1');
    expect(metrics).toMatch(/perceptroom_refusals_total\{code="not-your-class",kind="stranger"\} [1-9]/);
    expect(metrics).toContain('perceptroom_request_seconds_count{route="POST /api/classes"}');
  });

  it('has a limit on open classes', async () => {
    const own = await makeDataDir();
    const running = await startServer(own.dataDir);
    for (let count = 0; count < LIMITS.openClassesPerTeacher; count += 1) await makeClass(running.url);
    await expect(makeClass(running.url)).rejects.toThrow('too-many-classes');
    await running.stop();
    await own.remove();
  });

  it('says so while it stops, and stops soon', async () => {
    const own = await makeDataDir();
    const running = await startServer(own.dataDir);
    const { code } = await makeClass(running.url);
    const { tab } = await studentTab(running.url, code, 'Ada');
    const begun = performance.now();
    await running.stop();
    expect(performance.now() - begun).toBeLessThan(20_000);
    await until('told', () => tab.stopping && !tab.socket.connected);
    await expect(fetch(`${running.url}/healthz`)).rejects.toThrow();
    await own.remove();
  });
});
