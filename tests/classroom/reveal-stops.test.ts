import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBefore, nearestStop, revealStops } from '@/classroom/reveal-stops';
import { REVEAL_PHASES, REVEALED_ONE_BY_ONE } from '@/protocol/reveal';

const length = fc.record({
  networks: fc.integer({ min: 1, max: 300 }),
  awards: fc.integer({ min: 0, max: 6 }),
});

describe('the stops of a reveal', () => {
  it('come one after the other, show every row and award, and take few presses in any class', () => {
    fc.assert(
      fc.property(length, ({ networks, awards }) => {
        const stops = revealStops({ networks, awards });
        expect(stops.slice(1).every((stop, index) => isBefore(stops[index]!, stop))).toBe(true);
        expect(stops.at(0)).toEqual({ phase: 'board', shown: 0 });
        expect(stops.findLast(({ phase }) => phase === 'half')!.shown).toBe(networks);
        expect(stops.filter(({ phase }) => phase === 'awards')).toHaveLength(awards);
        expect(stops.at(-1)).toEqual({ phase: 'picture', shown: 0 });
        expect(stops.length).toBeLessThanOrEqual(REVEALED_ONE_BY_ONE + 1 + awards + 3);
        // Of the rows that a projector shows each has a stop of its own.
        const half = stops.filter(({ phase }) => phase === 'half');
        expect(half).toHaveLength(Math.min(networks, REVEALED_ONE_BY_ONE + 1));
      }),
    );
  });

  it('are found again, whatever is asked for, and never beyond it', () => {
    const wanted = fc.record({
      phase: fc.constantFrom(...REVEAL_PHASES),
      shown: fc.integer({ min: 0, max: 10_000 }),
    });
    fc.assert(
      fc.property(length, wanted, (of, stop) => {
        const stops = revealStops(of);
        const found = nearestStop(stops, stop);
        expect(stops).toContain(found);
        expect(isBefore(stop, found)).toBe(false);
        expect(stops.some((other) => isBefore(found, other) && !isBefore(stop, other))).toBe(false);
      }),
    );
  });
});
