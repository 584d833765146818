/** A client that does not read: answers pile up for it. Each attack is also made on a server without the bounds, where it harms. */
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshId, newCredentials } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { point } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import { LIMITS } from '@/protocol/limits';
import { BOUNDS, type Bounds } from '@/server/live/bounds';
import { makeDataDir, type RunningServer, startServer } from '@/tests/live/class-server';
import { makeClass, teacherHeaders, teacherTab } from '@/tests/live/known-teacher';
import { RawSocket } from './raw-socket';

const MB = 2 ** 20;
const UNBOUNDED: Bounds['backlog'] = { socket: 1e12, person: 1e12, address: 1e12, server: 1e12 };
const NO_RATE = { perSecond: 1e9, burst: 1e9 };
/** As it was: nothing that waits is counted, and `attach` has no limit. */
const WITHOUT: Partial<Bounds> = {
  backlog: UNBOUNDED,
  attachesOfSocket: NO_RATE,
  attachesOfPerson: NO_RATE,
  underWay: 1e9,
};

async function metric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name.replace(/[{}"]/g, '\\$&')} (\\S+)$`, 'm').exec(text)?.[1] ?? 0);
}

describe('a client that does not read', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  const sockets: RawSocket[] = [];
  beforeEach(async () => {
    data = await makeDataDir();
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.close();
    closeTabs();
    await server.stop();
    await data.remove();
  });

  /** A student with a long run, whose socket then asks for it again and again and reads nothing. */
  async function readAgainAndAgain(bounds: Partial<Bounds>, times: number) {
    server = await startServer(data.dataDir, { bounds });
    const { code } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const { tab, credentials } = await studentTab(server.url, code, 'Ada');
    const runId = freshId();
    const { epoch } = mustBeOk(await tab.attachRun(runId));
    for (let sequence = 1; sequence <= 32; sequence += 1) {
      const points = Array.from({ length: LIMITS.pointsPerBatch }, (_, index) =>
        point((sequence - 1) * LIMITS.pointsPerBatch + index + 1, { loss: Math.random() }),
      );
      mustBeOk(await tab.append(runId, epoch, { sequence, points, state: 'training', report: null }));
    }
    const raw = await RawSocket.open(server.url);
    sockets.push(raw);
    raw.emit(0, 'attach', { code, as: { kind: 'student', credentials } });
    await until('attached', () => raw.received.includes('430['));
    raw.stopReading();
    let asked = 0;
    let most = 0;
    while (asked < times && !(await hungUp())) {
      // A steady clock that goes on by a second for each: no limit on how often stands in the way.
      server.clock.ahead += 1_000;
      asked += 1;
      raw.emit(asked, 'run:read', { runId });
      await tab.listRuns(null);
      most = Math.max(most, await metric(server.url, 'perceptroom_waiting_bytes'));
    }
    // Who reads is served all the while.
    mustBeOk(await tab.readRun(runId));
    return { most, asked };
  }
  const hungUp = () => metric(server.url, 'perceptroom_hang_ups_total{bound="backlog-socket"}');

  it('is hung up on before much waits for it', async () => {
    const { most, asked } = await readAgainAndAgain({}, 200);
    expect(asked).toBeLessThan(200);
    expect(most).toBeLessThanOrEqual(BOUNDS.backlog.socket);
    expect(await hungUp()).toBe(1);
    expect(await metric(server.url, 'perceptroom_waiting_bytes')).toBeLessThan(MB);
  });

  it('control: without the bound as much waits as it asks for', async () => {
    const { most } = await readAgainAndAgain(WITHOUT, 60);
    expect(most).toBeGreaterThan(2 * BOUNDS.backlog.socket);
  });

  it('may not ask for a place again and again', async () => {
    server = await startServer(data.dataDir);
    const { code } = await makeClass(server.url);
    const { tab, credentials } = await studentTab(server.url, code, 'Ada');
    const as = { kind: 'student', credentials } as const;
    const codes = new Set<string>();
    for (let index = 0; index < 100; index += 1) {
      const answer = await tab.attach({ code, as });
      codes.add(answer.ok ? 'ok' : answer.code);
    }
    expect([...codes].sort()).toEqual(['ok', 'rate-limited']);
    // Another student, and the same one a little later, are not in the way of it.
    await studentTab(server.url, code, 'Bob');
    server.clock.ahead += 10_000;
    mustBeOk(await tab.attach({ code, as }));
  });

  it('is a teacher’s console or a long poll as well', async () => {
    const small = { ...BOUNDS.backlog, socket: 256 * 1024 };
    server = await startServer(data.dataDir, {
      bounds: { backlog: small, attachesOfSocket: NO_RATE, attachesOfPerson: NO_RATE },
    });
    const { code } = await makeClass(server.url);
    for (let index = 0; index < 60; index += 1) await studentTab(server.url, code, `Student ${index}`);
    const raw = await RawSocket.open(server.url, teacherHeaders());
    sockets.push(raw);
    raw.emit(0, 'attach', { code, as: { kind: 'teacher' } });
    await until('attached', () => raw.received.includes('430['));
    raw.stopReading();
    for (let id = 1; id < 2_000 && !(await hungUp()); id += 1)
      raw.emit(id, 'attach', { code, as: { kind: 'teacher' } });
    expect(await hungUp()).toBe(1);

    // A poll that is never fetched: answers wait in the server until they are too many.
    const handshake = await (await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`)).text();
    const { sid } = JSON.parse(handshake.slice(1)) as { sid: string };
    const post = (body: string) =>
      fetch(`${server.url}/socket.io/?EIO=4&transport=polling&sid=${sid}`, { method: 'POST', body });
    await post('40');
    const as = { kind: 'newcomer', nickname: 'Poll', credentials: newCredentials() };
    for (let id = 0; id < 1_000 && (await hungUp()) < 2; id += 1)
      await post(`42${id}${JSON.stringify(['attach', { code, as }])}`);
    expect(await hungUp()).toBe(2);
    expect((await post('3')).status).toBe(400);
    expect(await metric(server.url, 'perceptroom_waiting_bytes')).toBeLessThan(small.socket);
  });

  it('is ended when it takes nothing of a download, and one that reads slowly is not', async () => {
    server = await startServer(data.dataDir);
    const port = Number(new URL(server.url).port);
    const open = () => {
      const line = connect(port, '127.0.0.1');
      line.on('error', () => undefined);
      line.pause();
      // Pipelined: a thousand answers that nobody takes, less than may wait for an address.
      line.write(`GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(1_000));
      return line;
    };
    const [still, slow] = [open(), open()];
    const stalled = () => metric(server.url, 'perceptroom_hang_ups_total{bound="stalled"}');
    for (let second = 0; second < 600 && (await stalled()) === 0; second += 1) {
      server.clock.ahead += 1_000;
      // A little at a time is still somebody who reads.
      for (let piece = 0; piece < 4; piece += 1) slow.read();
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    expect(await stalled()).toBe(1);
    await until('cut off', () => still.resume().destroyed || still.closed);
    expect(slow.destroyed).toBe(false);
    slow.destroy();
  });
});
