import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CredentialsShelf } from '@/client/live/credentials';
import { joinClass } from '@/client/live/join-class';
import { Outbox } from '@/client/live/outbox';
import { OutboxDisk } from '@/client/live/outbox-disk';
import { studentSessions } from '@/client/live/page-sessions';
import { randomId } from '@/client/live/random-id';
import { RunSender } from '@/client/live/run-sender';
import { SocketClassSession } from '@/client/live/socket-class-session';
import { SocketIoWire } from '@/client/live/socket-io-wire';
import { sturdyStorage } from '@/client/live/text-storage';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { EXPERIMENT, point } from '@/people/sample-run';
import { until } from '@/people/until';
import type { Credentials } from '@/protocol/attach';
import type { StudentView } from '@/protocol/views';
import { PATIENCE_MS } from '@/tests/patience';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { makeClass, teacherTab } from './known-teacher';
import { TcpGate } from './tcp-gate';

/** One page of a student: the client's own session, outbox and sender. */
class Page {
  private constructor(
    readonly session: SocketClassSession<StudentView>,
    readonly outbox: Outbox,
    readonly sender: RunSender,
  ) {}

  static async open(url: string, code: string, credentials: Credentials, browser: string): Promise<Page> {
    const outbox = await Outbox.open(credentials.studentId, { openDisk: () => OutboxDisk.open(browser) });
    const session = new SocketClassSession<StudentView>({
      code,
      as: () => ({ kind: 'student', credentials }),
      wire: new SocketIoWire(url),
    });
    return new Page(session, outbox, new RunSender(outbox, session));
  }

  async record(runId: string, step: number, state: 'training' | 'finished' = 'training'): Promise<void> {
    await this.outbox.append(runId, { points: [point(step)], state, report: null });
    this.sender.appended(runId);
  }

  /** The tab is gone: no goodbye to the outbox. */
  die(): void {
    this.sender.close();
    this.session.close();
  }
}

describe('the client against the real server', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let gate: TcpGate;
  let server: RunningServer;
  let code: string;
  let shelf: CredentialsShelf;
  let browser: string;
  const pages: Page[] = [];
  const openWire = () => new SocketIoWire(gate.url);

  beforeAll(async () => {
    data = await makeDataDir();
    gate = await TcpGate.start();
  });
  afterAll(async () => {
    await gate.close();
    await data.remove();
  });
  beforeEach(async () => {
    browser = randomId();
    shelf = new CredentialsShelf(
      sturdyStorage(() => undefined),
      sturdyStorage(() => undefined),
    );
    server = await startServer(data.dataDir);
    gate.leadTo(server.url);
    ({ code } = await makeClass(server.url));
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) page.die();
    studentSessions.drop(code);
    closeTabs();
    gate.cut();
    await server.stop();
  });

  async function join(nickname: string): Promise<Credentials> {
    mustBeOk(await joinClass(code, nickname, { shelf, openWire }));
    return shelf.find(code)!.credentials;
  }

  async function openPage(credentials: Credentials): Promise<Page> {
    const page = await Page.open(gate.url, code, credentials, browser);
    pages.push(page);
    await until('online', () => page.session.snapshot().connection === 'online');
    return page;
  }

  async function begin(): Promise<void> {
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
  }

  const startRun = async (page: Page) => {
    const runId = randomId();
    await page.outbox.open({ runId, experiment: EXPERIMENT, backend: 'wasm', startedAt: Date.now() });
    return runId;
  };
  const storedSteps = async (runId: string) =>
    (await server.store.readRun(runId))?.points.map(({ step }) => step);

  it('joins once however often it asks, hands the session over and follows the class', async () => {
    const answer = mustBeOk(await joinClass(` ${code.toLowerCase()} `, '  Mia  ', { shelf, openWire }));
    expect(answer.view.me).toMatchObject({ nickname: 'Mia', membership: 'in' });
    const session = studentSessions.take(code, () => {
      throw new Error('the joined session should be there');
    });
    await begin();
    await until('live', () => session.snapshot().view?.class.phase === 'live');
    expect(await joinClass(code, 'mia', { shelf, openWire })).toEqual({ ok: false, code: 'nickname-taken' });
    expect(await joinClass('ZZZZZZ', 'Mia', { shelf, openWire })).toEqual({
      ok: false,
      code: 'unknown-code',
    });
    expect(shelf.find(code)?.nickname).toBe('Mia');
    studentSessions.release(code);
  });

  it('finds a join whose answer was lost instead of making a second student', async () => {
    const candidate = shelf.candidate(code);
    const lost = new SocketClassSession<StudentView>({
      code,
      as: () => ({ kind: 'newcomer', nickname: 'Mia', credentials: candidate }),
      wire: openWire(),
    });
    await until('joined', () => lost.snapshot().view);
    lost.close();
    const answer = mustBeOk(await joinClass(code, 'Mia', { shelf, openWire }));
    expect(answer.view.me.id).toBe(candidate.studentId);
    expect(answer.view.class.studentCount).toBe(1);
  });

  it('says that the server is out of reach, and keeps no identity of it', async () => {
    gate.cut();
    expect(await joinClass(code, 'Mia', { shelf, openWire, patienceMs: 800 })).toEqual({
      ok: false,
      code: 'not-attached',
    });
    expect(shelf.find(code)).toBeNull();
  });

  it('refuses what is no student any more, and tells it when it is sent out', async () => {
    const credentials = await join('Mia');
    const page = await openPage(credentials);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'student:remove', studentId: credentials.studentId }));
    await until('refused', () => page.session.snapshot().connection === 'refused');
    expect(page.session.snapshot().refusal).toBe('student-removed');
  });

  it('brings every point to the store exactly once, over reloads, lost connections and a restarted server', async () => {
    const credentials = await join('Mia');
    await begin();
    let page = await openPage(credentials);
    const runId = await startRun(page);
    let step = 0;
    const record = async (count: number) => {
      for (let i = 0; i < count; i += 1) await page.record(runId, ++step);
    };

    await record(40);
    // The network breaks with batches on their way: some are stored, and their answers are lost.
    await until('some stored', () => (page.outbox.get(runId)?.acknowledged ?? 0) > 5);
    gate.cut();
    await record(20);
    await until('offline', () => page.session.snapshot().connection === 'offline');
    gate.leadTo(server.url);
    await until('caught up', () => page.outbox.unsent === 0);
    expect(await storedSteps(runId)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));

    // The tab dies in the middle and comes back.
    await record(30);
    page.die();
    page = await openPage(credentials);
    expect(page.outbox.get(runId)?.lastSequence).toBe(90);
    await record(10);

    // The server goes away and another one takes its place over the same data.
    const acknowledged = page.outbox.get(runId)!.acknowledged;
    gate.cut();
    await server.stop();
    await record(25);
    server = await startServer(data.dataDir);
    const kept = (await server.store.readRun(runId))!.run.highWater;
    expect(kept).toBeGreaterThanOrEqual(acknowledged);
    gate.leadTo(server.url);
    await page.record(runId, ++step, 'finished');
    expect(await page.sender.acknowledged(runId, PATIENCE_MS)).toBe(true);
    const stored = (await server.store.readRun(runId))!;
    expect(stored.points.map((each) => each.step)).toEqual(Array.from({ length: step }, (_, i) => i + 1));
    expect(stored.run).toMatchObject({ state: 'finished', highWater: step });
    expect(page.outbox.list()).toEqual([]);
  });

  it('leaves the run to the newest tab', async () => {
    const credentials = await join('Mia');
    await begin();
    const older = await openPage(credentials);
    const runId = await startRun(older);
    await older.record(runId, 1);
    expect(await older.sender.acknowledged(runId, PATIENCE_MS)).toBe(true);
    const newer = await openPage(credentials);
    await newer.record(runId, 2);
    expect(await newer.sender.acknowledged(runId, PATIENCE_MS)).toBe(true);
    const batch = { points: [point(3)], state: 'training', report: null } as const;
    expect(await older.outbox.append(runId, { ...batch, points: [...batch.points] })).toBe('taken');
    // One without a common disk (a private window) is fenced by the server.
    expect(
      await older.session.appendBatch({
        runId,
        epoch: 1,
        batch: { sequence: 3, ...batch, points: [point(3)] },
      }),
    ).toMatchObject({ ok: false, code: 'run-stale' });
    expect(await storedSteps(runId)).toEqual([1, 2]);
  });

  it('is refused in the lobby and keeps what it could not send', async () => {
    const credentials = await join('Mia');
    const page = await openPage(credentials);
    const runId = await startRun(page);
    await page.record(runId, 1);
    await until('the refusal', () => page.sender.parked(runId) === 'wrong-phase');
    expect(await page.sender.acknowledged(runId, 1_000)).toBe(false);
    expect(page.outbox.get(runId)?.batches).toHaveLength(1);
  });
});
