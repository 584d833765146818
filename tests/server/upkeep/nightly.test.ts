import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { dueAt, Nightly } from '@/server/upkeep/nightly';

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();

describe('what is done once a night', () => {
  it('is due in the night after it was done last, by the machine\u2019s own hours', () => {
    expect(dueAt(null)).toBe(0);
    expect(dueAt(at(3, 9))).toBe(at(4, 3));
    expect(dueAt(at(4, 2, 59))).toBe(at(4, 3));
    expect(dueAt(at(4, 3))).toBe(at(5, 3));
  });

  /** A database that outlives its servers, and a clock. */
  function made() {
    const kept = { doneAt: null as number | null };
    const time = { now: at(3, 9) };
    const log: string[] = [];
    let done = 0;
    let fails = false;
    const server = () =>
      new Nightly(
        'retention',
        async () => {
          if (fails) throw new Error('no such thing');
          done += 1;
        },
        {
          store: {
            upkeepDoneAt: async () => kept.doneAt,
            noteUpkeep: async (_task, when) => {
              kept.doneAt = when;
            },
          },
          clock: () => time.now,
          log: pino({ level: 'trace' }, { write: (line) => log.push(line) }),
        },
      );
    return { time, log, server, done: () => done, fail: (is: boolean) => (fails = is) };
  }

  it('is done once, however often somebody looks and the server is started anew', async () => {
    const { time, server, done } = made();
    const first = server();
    await Promise.all([first.look(), first.look()]);
    await first.look();
    await server().look();
    expect(done()).toBe(1);
    time.now = at(4, 3);
    const second = server();
    await second.look();
    await second.look();
    await server().look();
    expect(done()).toBe(2);
    // Off for a week: once, not seven times.
    time.now = at(11, 10);
    const third = server();
    await third.look();
    await third.look();
    expect(done()).toBe(3);
  });

  it('is tried again where it failed, and says so', async () => {
    const { log, server, done, fail } = made();
    fail(true);
    const nightly = server();
    await nightly.look();
    expect(log.join('')).toContain('no such thing');
    fail(false);
    await nightly.look();
    expect(done()).toBe(1);
  });

  it('is not begun by a server that stops', async () => {
    const { server, done } = made();
    const nightly = server();
    await nightly.stop();
    await nightly.look();
    expect(done()).toBe(0);
  });
});
