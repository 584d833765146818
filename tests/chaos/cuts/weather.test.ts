import { describe, expect, it } from 'vitest';
import { linkOf, serverOnLink } from './addresses';
import { drawCuts, Weather } from './weather';

describe('the weather on the lines', () => {
  const cuts = drawCuts(100, 20, 120_000, 7);

  it('deals cuts of every length from 1 to 120 s, one after the other on each link, and the same again', () => {
    expect(cuts).toHaveLength(100);
    const seconds = cuts.map(({ from, until }) => (until - from) / 1_000).sort((a, b) => a - b);
    seconds.forEach((length, index) => {
      expect(length).toBeGreaterThanOrEqual(1 + (119 * index) / 100);
      expect(length).toBeLessThanOrEqual(1 + (119 * (index + 1)) / 100);
    });
    for (let link = 1; link <= 20; link += 1) {
      const own = cuts.filter((cut) => cut.link === link);
      expect(own).toHaveLength(5);
      own.slice(1).forEach((cut, index) => {
        expect(cut.from).toBeGreaterThanOrEqual(own[index]!.until + 3_000);
      });
    }
    expect(drawCuts(100, 20, 120_000, 7)).toEqual(cuts);
    expect(drawCuts(100, 20, 120_000, 8)).not.toEqual(cuts);
  });

  it('lets nothing through a cut, loses a few of the others and brings some of them late', () => {
    const cut = { link: 1, from: 1_000, until: 2_000, ways: ['down'] as const };
    const weather = new Weather({ seed: 3, links: 2, cuts: [cut] });
    const fates = (link: number, way: 'up' | 'down', now: number) =>
      Array.from({ length: 2_000 }, () => weather.delayOf(link, way, now));
    expect(fates(1, 'down', 1_000).every((delay) => delay === null)).toBe(true);
    for (const passing of [fates(1, 'up', 1_500), fates(2, 'down', 1_500), fates(1, 'down', 2_000)]) {
      const lost = passing.filter((delay) => delay === null).length;
      expect(lost).toBeGreaterThan(10);
      expect(lost).toBeLessThan(100);
      const come = passing.flatMap((delay, sent) => (delay === null ? [] : [sent + delay]));
      expect(come.some((at, index) => index > 0 && at < come[index - 1]!)).toBe(true);
    }
  });

  it('knows whose frame it is by the address of the server', () => {
    const frame = Buffer.alloc(64);
    frame.writeUInt16BE(0x0800, 22);
    const server = serverOnLink(7).split('.').map(Number);
    frame.set(server, 40);
    expect(linkOf(frame, true)).toBe(7);
    frame.set(server, 36);
    frame.set([198, 18, 0, 1], 40);
    expect(linkOf(frame, false)).toBe(7);
    frame.writeUInt16BE(0x0806, 22);
    expect(linkOf(frame, true)).toBeNull();
  });
});
