import { describe, expect, it } from 'vitest';
import { RateLimiter } from '@/base/rate-limiter';
import { RenderTurns } from '@/server/http/render-turns';
import { BOUNDS } from '@/server/live/bounds';
import { Intakes } from '@/server/live/intake';

describe('what a socket sends', () => {
  const clock = { now: 0 };
  const open = () => {
    const hungUp: number[] = [];
    const intakes = new Intakes(
      BOUNDS,
      () => clock.now,
      () => hungUp.push(1),
    );
    return { intakes, hungUp };
  };

  it('counts for its person over all tabs: beyond the budget nothing is read for as long as it takes', () => {
    const { intakes } = open();
    const [one, other] = [intakes.open('school'), intakes.open('school')];
    for (const tab of [one, other]) tab.belongTo('ada');
    const half = BOUNDS.bytesOfPerson.burst / 2;
    expect(one.take(half)).toBe(0);
    expect(other.take(half)).toBe(0);
    expect(one.take(BOUNDS.bytesOfPerson.perSecond)).toBeCloseTo(1_000);
    // Another person behind the same address has a budget of the own.
    const neighbour = intakes.open('school');
    neighbour.belongTo('bob');
    expect(neighbour.take(half)).toBe(0);
  });

  it('has enough for saying who it is, whatever others of its address have sent', () => {
    const { intakes, hungUp } = open();
    let sent = 0;
    for (let socket = 0; hungUp.length === 0 && socket < 1_000; socket += 1) {
      const flooder = intakes.open('school');
      for (let message = 0; message < 4 && hungUp.length === 0; message += 1) {
        flooder.take(256 * 1024);
        sent += 256 * 1024;
      }
    }
    expect(sent).toBeLessThanOrEqual(BOUNDS.bytesOfAddress.burst + 2 * 256 * 1024);
    expect(intakes.open('school').take(1_000)).toBe(0);
    expect(intakes.open('school').take(256 * 1024)).toBe('hang-up');
  });

  it('is hung up on for too many packets of whatever kind', () => {
    const { intakes, hungUp } = open();
    const socket = intakes.open('school');
    socket.belongTo('ada');
    let packets = 0;
    while (socket.take(1) !== 'hang-up') packets += 1;
    expect(packets).toBe(BOUNDS.packets.burst);
    expect(hungUp).toHaveLength(1);
  });

  it('many sockets of nobody share what their address may send, and each may say who it is', () => {
    const { intakes, hungUp } = open();
    let packets = 0;
    while (hungUp.length === 0 && packets < 100_000) {
      const flooder = intakes.open('school');
      for (let index = 0; index < 500 && hungUp.length === 0; index += 1) {
        flooder.take(10);
        packets += 1;
      }
    }
    expect(packets).toBeLessThan(BOUNDS.packetsOfAddress.burst + 1_000);
    const newcomer = intakes.open('school');
    for (let index = 0; index < BOUNDS.packetsToAttach; index += 1) expect(newcomer.take(10)).toBe(0);
  });

  it('knows no clock that is set: a debt is paid by time that has passed', () => {
    const limiter = new RateLimiter({ perSecond: 10, burst: 10 });
    expect(limiter.spend('a', 10, 0)).toBe(0);
    expect(limiter.spend('a', 5, 0)).toBe(500);
    expect(limiter.spend('a', 5, 1_000)).toBe(0);
  });
});

describe('turns for pages', () => {
  const bounds = { atOnce: 2, milliseconds: { perSecond: 1e6, burst: 1e6 }, waiting: 50, longestMs: 10_000 };

  it('are taken a few at a time, by browser, the newest and the oldest by turns', async () => {
    const turns = new RenderTurns(bounds, () => 0);
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    const ask = (name: string, lane: string) =>
      void turns.next(lane).then((done) => {
        if (!done) return begun.push(`${name} sent away`);
        ends.push(done);
        return begun.push(name);
      });
    for (let index = 0; index < 40; index += 1) ask(`p${index}`, 'program');
    ask('student', 'browser');
    const settled = () => new Promise((resolve) => setTimeout(resolve, 1));
    await settled();
    expect(begun).toEqual(['p0', 'p1']);
    ends[0]!();
    await settled();
    ends[1]!();
    await settled();
    expect(begun.slice(2)).toEqual(['student', 'p2']);
    turns.close();
    await settled();
    expect(begun.filter((name) => name.endsWith('sent away'))).toHaveLength(37);
  });

  it('take no more of the processor than their share', async () => {
    let now = 0;
    const turns = new RenderTurns({ ...bounds, milliseconds: { perSecond: 100, burst: 1 } }, () => now);
    const first = await turns.next('a');
    await new Promise((resolve) => setTimeout(resolve, 20));
    first!();
    let second = false;
    void turns.next('a').then(() => {
      second = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(second).toBe(false);
    now = 10_000;
    void turns.next('a');
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(second).toBe(true);
    turns.close();
  });
});
