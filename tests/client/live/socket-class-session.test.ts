import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SocketClassSession } from '@/client/live/socket-class-session';
import type { UnitAsked } from '@/protocol/relay-unit';
import type { StudentView } from '@/protocol/views';
import { STUDENT, studentView } from './class-views';
import { FakeWire } from './fake-wire';

const CREDENTIALS = { studentId: STUDENT, secret: 'b'.repeat(64) };

function open() {
  const wire = new FakeWire();
  let pageReturns: () => void = () => undefined;
  const session = new SocketClassSession<StudentView>({
    code: 'ABCDEF',
    as: () => ({ kind: 'student', credentials: CREDENTIALS }),
    wire,
    signals: {
      onReturn: (listener) => {
        pageReturns = listener;
        return () => undefined;
      },
    },
    now: () => Date.now(),
    random: () => 0.999,
  });
  const attach = async (version = 1, serverTime = Date.now()) => {
    wire.handlers.connected();
    return wire.reply('attach', { ok: true, view: studentView(version), telemetry: null, serverTime });
  };
  return { wire, session, attach, pageReturns: () => pageReturns() };
}

describe('a class session', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('attaches on each connection and has the whole view from there', async () => {
    const { session, attach, wire } = open();
    expect(session.snapshot()).toMatchObject({ connection: 'connecting', view: null });
    expect(await attach(3)).toEqual({ code: 'ABCDEF', as: { kind: 'student', credentials: CREDENTIALS } });
    expect(session.snapshot()).toMatchObject({ connection: 'online', view: { version: 3 } });
    wire.handlers.disconnected();
    expect(session.snapshot()).toMatchObject({
      connection: 'offline',
      offlineSince: 1_000_000,
      view: { version: 3 },
    });
    await attach(4);
    expect(session.snapshot()).toMatchObject({
      connection: 'online',
      offlineSince: null,
      view: { version: 4 },
    });
  });

  it('tells a page that is ready late what its unit was asked meanwhile, once, and nothing of a connection before', async () => {
    const { session, attach, wire } = open();
    await attach();
    const asked = (step: number): UnitAsked => ({
      ...{ relayId: STUDENT, way: 'hand', team: 0, seat: 0, step, phase: 'hidden' },
      ...{ weights: [1, 1, 0], inputs: [], slopes: null, targets: null },
    });
    const told: number[] = [];
    const listen = () => session.onUnit(({ step }) => told.push(step));
    wire.handlers.unit(asked(1));
    const stop = listen();
    wire.handlers.unit(asked(2));
    expect(told).toEqual([1, 2]);
    stop();
    wire.handlers.unit(asked(3));
    wire.handlers.disconnected();
    await attach(2);
    listen()();
    listen();
    expect(told).toEqual([1, 2]);
  });

  it('knows the server’s clock by one that nobody sets, whoever has opened it', async () => {
    const wire = new FakeWire();
    const session = new SocketClassSession<StudentView>({
      code: 'ABCDEF',
      as: () => ({ kind: 'student', credentials: CREDENTIALS }),
      wire,
    });
    wire.handlers.connected();
    const serverTime = 1_800_000_000_000;
    await wire.reply('attach', { ok: true, view: studentView(1), telemetry: null, serverTime });
    // The device's clock is put an hour forward.
    vi.setSystemTime(Date.now() + 3_600_000);
    expect(performance.now() + session.snapshot().clockOffset).toBe(serverTime);
    session.close();
  });

  it('takes newer views and drops older ones', async () => {
    const { session, attach, wire } = open();
    await attach(5);
    wire.handlers.view(studentView(7));
    wire.handlers.view(studentView(6));
    expect(session.snapshot().view?.version).toBe(7);
  });

  it('measures the server clock from the middle of the attach', async () => {
    const { session, wire } = open();
    wire.handlers.connected();
    vi.setSystemTime(1_000_200);
    await wire.reply('attach', { ok: true, view: studentView(1), telemetry: null, serverTime: 1_005_100 });
    expect(session.snapshot().clockOffset).toBe(5_000);
  });

  it('tries again ever later, up to five seconds, and at once when the page returns', async () => {
    const { wire, pageReturns } = open();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const before = wire.opened;
      const at = Date.now();
      wire.handlers.disconnected();
      while (wire.opened === before) vi.advanceTimersByTime(50);
      waits.push(Date.now() - at);
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 5000, 5000]);
    wire.handlers.disconnected();
    const before = wire.opened;
    pageReturns();
    expect(wire.opened).toBe(before + 1);
    vi.advanceTimersByTime(20_000);
    expect(wire.opened).toBe(before + 1);
  });

  it('spreads a whole class over the wait', () => {
    const wire = new FakeWire();
    new SocketClassSession({ code: 'ABCDEF', as: () => ({ kind: 'screen' }), wire, random: () => 0 });
    for (let attempt = 0; attempt < 8; attempt += 1) {
      wire.handlers.disconnected();
      vi.advanceTimersByTime(2_500);
      expect(wire.opened).toBe(attempt + 2);
    }
  });

  it('stops at a refusal that will not pass, until somebody asks for another try', async () => {
    const { session, wire } = open();
    wire.handlers.connected();
    await wire.reply('attach', { ok: false, code: 'student-banned' });
    expect(session.snapshot()).toMatchObject({ connection: 'refused', refusal: 'student-banned' });
    wire.handlers.disconnected();
    vi.advanceTimersByTime(60_000);
    expect(wire.opened).toBe(1);
    session.retry();
    expect(wire.opened).toBe(2);
    expect(session.snapshot()).toMatchObject({ connection: 'connecting', refusal: null });
  });

  it('tries again by itself when the server is stopping or says nothing', async () => {
    const { session, attach, wire } = open();
    wire.handlers.connected();
    await wire.reply('attach', { ok: false, code: 'server-stopping' });
    vi.advanceTimersByTime(1_000);
    expect(wire.opened).toBe(2);
    wire.handlers.connected();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(wire.opened).toBe(3);
    await attach();
    wire.handlers.stopping();
    expect(session.snapshot().serverStopping).toBe(true);
    wire.handlers.disconnected();
    await attach();
    expect(session.snapshot().serverStopping).toBe(false);
  });

  it('is refused when it is detached for good', async () => {
    const { session, attach, wire } = open();
    await attach();
    wire.handlers.detached('student-removed');
    expect(session.snapshot()).toMatchObject({ connection: 'refused', refusal: 'student-removed' });
    expect(wire.dropped).toBe(1);
  });

  it('answers commands with not-attached while offline and when no answer comes', async () => {
    const { session, attach, wire } = open();
    expect(await session.command({ type: 'student:leave' })).toEqual({ ok: false, code: 'not-attached' });
    expect(wire.asked).toEqual([]);
    await attach();
    const late = session.command({ type: 'student:leave' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await late).toEqual({ ok: false, code: 'not-attached' });
    const answered = session.command({ type: 'student:leave' });
    await wire.reply('command', { ok: true, version: 2 });
    expect(await answered).toEqual({ ok: true, version: 2 });
  });

  it('does not trust a connection after sleep before it has answered', async () => {
    const { session, attach, wire, pageReturns } = open();
    await attach();
    vi.advanceTimersByTime(3_600_000);
    pageReturns();
    expect(wire.asked.map(({ name }) => name)).toEqual(['attach']);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(session.snapshot().connection).toBe('offline');
    expect(wire.opened).toBe(2);
    await attach(9);
    expect(session.snapshot()).toMatchObject({ connection: 'online', view: { version: 9 } });
  });

  it('tells nobody anything once it is closed', async () => {
    const { session, wire } = open();
    const told = vi.fn();
    session.subscribe(told);
    wire.handlers.connected();
    session.close();
    wire.handlers.disconnected();
    vi.advanceTimersByTime(60_000);
    expect(told).not.toHaveBeenCalled();
    expect(wire.opened).toBe(1);
  });
});
