/** Floods of whatever costs something before it is looked at. Each is also made on a server that does not count, where it gets what it wants. */
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab } from '@/people/recording-tab';
import { request } from '@/people/request';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import { drawRoomCode } from '@/protocol/room-code';
import { BOUNDS, type Bounds } from '@/server/live/bounds';
import { unforeseeable } from '@/server/live/credentials';
import type { Pages } from '@/server/live/parts';
import type { Store } from '@/server/store/store';
import { makeDataDir, type RunningServer, startServer } from '@/tests/live/class-server';
import { makeClass, teacherTab } from '@/tests/live/known-teacher';
import { PATIENCE_MS } from '@/tests/patience';
import { RawSocket } from './raw-socket';

const NO_RATE = { perSecond: 1e12, burst: 1e12 };
const NO_PACE = { rate: NO_RATE, patienceMs: 1_000, mostWaiting: 1e6 };
const WITHOUT: Partial<Bounds> = {
  messages: NO_RATE,
  packets: NO_RATE,
  packetsOfAddress: NO_RATE,
  refusedOfAddress: NO_RATE,
  fresh: { forMs: 0, own: NO_RATE, ofAddress: NO_RATE },
  bytesOfPerson: NO_RATE,
  bytesOfAddress: NO_RATE,
  connections: { ofAddress: 1e6, silent: 1e6 },
  handshakes: NO_PACE,
  requests: NO_PACE,
};
const LARGE = 'x'.repeat(200 * 1024);
const pages: Pages = {
  takeUpgrades: false,
  handle: (_request, response) => {
    response.end('a page');
  },
};

describe('floods', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  let code: string;
  const raw: RawSocket[] = [];
  const lines: Socket[] = [];
  beforeAll(async () => {
    data = await makeDataDir();
  });
  afterEach(async () => {
    for (const socket of raw.splice(0)) socket.close();
    for (const line of lines.splice(0)) line.destroy();
    closeTabs();
    await server.stop();
  });
  afterAll(() => data.remove());

  async function open(bounds: Partial<Bounds> = {}, wrap?: (store: Store) => Store) {
    server = await startServer(data.dataDir, { bounds, pages, ...(wrap && { wrap }) });
    ({ code } = await makeClass(server.url));
  }
  async function openRaw() {
    const socket = await RawSocket.open(server.url);
    raw.push(socket);
    return socket;
  }
  const metric = async (name: string) => {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    return Number(new RegExp(`^${name.replace(/[{}"]/g, '\\$&')} (\\S+)$`, 'm').exec(text)?.[1] ?? 0);
  };
  /** Resolves when the server has read all that was sent, or with false when it will not within so many milliseconds. */
  const taken = (socket: RawSocket, patienceMs: number) =>
    until('all read', () => socket.closed || socket.line.writableLength === 0, patienceMs).then(
      () => !socket.closed,
      () => false,
    );

  /** 40 MB without asking for an answer, as a student. */
  async function sendLarge(patienceMs: number): Promise<boolean> {
    const { credentials } = await studentTab(server.url, code, 'Flooder');
    const socket = await openRaw();
    socket.emit(0, 'attach', { code, as: { kind: 'student', credentials } });
    await until('attached', () => socket.received.includes('430['));
    for (let index = 0; index < 200; index += 1) socket.emit(null, 'command', LARGE);
    const all = taken(socket, patienceMs);
    // Everybody else is served meanwhile.
    const { tab } = await studentTab(server.url, code, 'Ada');
    for (let index = 0; index < 10; index += 1) mustBeOk(await tab.listRuns(null));
    return all;
  }

  it('large messages without an answer: no more is read than a person may send', async () => {
    await open();
    expect(await sendLarge(6_000)).toBe(false);
  });

  it('control: uncounted, all of it is read', async () => {
    await open(WITHOUT);
    expect(await sendLarge(PATIENCE_MS)).toBe(true);
  });

  it('large messages of somebody who is nobody yet: hung up on, and newcomers come in all the while', async () => {
    await open();
    for (
      let socket = 0;
      socket < 20 && (await metric('perceptroom_hang_ups_total{bound="intake"}')) === 0;
      socket += 1
    ) {
      const flooder = await openRaw();
      for (let index = 0; index < 10; index += 1) flooder.emit(null, 'attach', LARGE);
      await taken(flooder, 6_000);
    }
    expect(await metric('perceptroom_hang_ups_total{bound="intake"}')).toBeGreaterThan(0);
    await studentTab(server.url, code, 'Ada');
  });

  it('small ones of any kind, answered or not: hung up on', async () => {
    await open();
    const kinds: ((socket: RawSocket, index: number) => void)[] = [
      (socket) => socket.emit(null, 'command', 1),
      (socket) => socket.send('40/elsewhere,'),
      (socket) => socket.send('3'),
      (socket) => socket.send('451-["command",{"_placeholder":true,"num":0}]'),
      (socket, index) => socket.emit(index, 'attach', null),
    ];
    for (const send of kinds) {
      const socket = await openRaw();
      for (let index = 0; index < BOUNDS.packets.burst + 500 && !socket.closed; index += 1)
        send(socket, index);
      await until('hung up on', () => socket.closed);
    }
    await studentTab(server.url, code, 'Ada');
  });

  it('control: uncounted, they go on', async () => {
    await open(WITHOUT);
    const socket = await openRaw();
    for (let index = 0; index < BOUNDS.packets.burst + 500; index += 1) socket.send('40/elsewhere,');
    expect(await taken(socket, PATIENCE_MS)).toBe(true);
    await studentTab(server.url, code, 'Ada');
    expect(socket.closed).toBe(false);
  });

  it('many students who have just been made: together they may say little more than one', async () => {
    await open({
      fresh: {
        forMs: 120_000,
        own: { perSecond: 0.001, burst: 10 },
        ofAddress: { perSecond: 0.001, burst: 100 },
      },
    });
    const tabs = await Promise.all(
      Array.from({ length: 20 }, (_, index) => studentTab(server.url, code, `Nobody ${index}`)),
    );
    const answers = await Promise.all(
      tabs.flatMap(({ tab }) => Array.from({ length: 40 }, () => tab.listRuns(null))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(20 * 10 + 100);
    // A newcomer among them has a beginning of the own; and a while later all that a person has.
    const late = await studentTab(server.url, code, 'Late');
    mustBeOk(await late.tab.listRuns(null));
    server.clock.ahead += 150_000;
    for (let index = 0; index < 30; index += 1) mustBeOk(await late.tab.listRuns(null));
  });

  it('lists of runs where there are none are no business of the store, and no append is behind them', async () => {
    let asked = 0;
    await open({}, (store) => {
      const { listRuns } = store;
      store.listRuns = (classId, studentId) => {
        if (studentId !== null) asked += 1;
        return listRuns.call(store, classId, studentId);
      };
      return store;
    });
    const { tab } = await studentTab(server.url, code, 'Nobody');
    for (let index = 0; index < 20; index += 1) expect(mustBeOk(await tab.listRuns(null)).runs).toEqual([]);
    expect(asked).toBe(0);
    // Control: somebody who has one is told of it by the store.
    const runId = freshId();
    const ada = await studentTab(server.url, code, 'Ada');
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    mustBeOk(await ada.tab.attachRun(runId));
    expect(mustBeOk(await ada.tab.listRuns(null)).runs).toMatchObject([{ id: runId }]);
    expect(asked).toBe(1);
  });

  it('connections that say nothing whole: the oldest go, and everybody else comes in', async () => {
    await open({ connections: { ofAddress: 4_000, silent: 50 } });
    const port = Number(new URL(server.url).port);
    for (let index = 0; index < 200; index += 1) {
      const line = connect(port, '127.0.0.1');
      line.on('error', () => undefined);
      line.write('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ');
      lines.push(line);
    }
    await until('the oldest are gone', () => lines.slice(0, 100).every(({ closed }) => closed));
    await studentTab(server.url, code, 'Ada');
    expect((await request(server.url, 'GET', `/api/classes/${code}`)).status).toBe(200);
    expect(lines.slice(-10).some(({ closed }) => closed)).toBe(false);
  });

  it('codes tried by loading pages cost the same as any other guess, and the right page comes', async () => {
    await open({ guesses: { ...BOUNDS.guesses, ofAddress: { perSecond: 0.001, burst: 20 }, delayMs: 50 } });
    const load = async (path: string) => (await fetch(`${server.url}${path}`)).status;
    const wrong = () => drawRoomCode(unforeseeable);
    const statuses = new Set<number>();
    for (const page of ['join', 'class', 'screen'])
      for (let index = 0; index < 10; index += 1) statuses.add(await load(`/${page}/${wrong()}`));
    expect([...statuses].sort()).toEqual([200, 429]);
    expect(await metric('perceptroom_slow_downs_total{kind="guess"}')).toBe(10);
    for (const page of ['join', 'class', 'screen']) expect(await load(`/${page}/${code}`)).toBe(200);
    expect(await load(`/join/${code.toLowerCase()}`)).toBe(200);
    // What is no code is no guess.
    expect(await load('/learn')).toBe(200);
    expect(await load('/class/short')).toBe(200);
  });

  it('new sockets and requests without end: those who have shown a proof are not behind them', async () => {
    const slow = { rate: { perSecond: 1, burst: 60 }, patienceMs: 60_000, mostWaiting: 10 };
    await open({ requests: slow, handshakes: slow });
    const teacher = await teacherTab(server.url, code);
    const asTeacher = { headers: { cookie: 'teacher=teacher-1' } };
    const loads = Array.from({ length: 200 }, () =>
      fetch(`${server.url}/`).then(
        ({ status }) => status,
        () => 0,
      ),
    );
    while ((await metricOf('request')) < 50) await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await fetch(`${server.url}/`, asTeacher)).status).toBe(200);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const again = openTab(server.url, { extraHeaders: asTeacher.headers });
    mustBeOk(await again.attach({ code, as: { kind: 'teacher' } }));
    await server.stop();
    expect(new Set(await Promise.all(loads))).toContain(429);
  });
  const metricOf = async (kind: string) => {
    const answer = await fetch(`${server.url}/metrics`, { headers: { cookie: 'teacher=teacher-1' } });
    return Number(
      new RegExp(`^perceptroom_slow_downs_total\\{kind="${kind}"\\} (\\S+)$`, 'm').exec(
        await answer.text(),
      )?.[1] ?? 0,
    );
  };
});
