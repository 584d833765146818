import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continuingClock, steadyClock } from '@/server/clock';

const HOUR = 3_600_000;
/** What may happen between two looks at a clock: time passes, and somebody sets the machine's clock. */
const deeds = fc.array(
  fc.record({
    passes: fc.nat(10_000),
    set: fc.oneof(fc.constant(0), fc.integer({ min: -30 * 24 * HOUR, max: 30 * 24 * HOUR })),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('the server’s clock while the machine’s is set', () => {
  it('goes on as time does, whatever is set', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        let wall = 1_800_000_000_000;
        let steady = 50;
        const clock = steadyClock({ wall: () => wall, steady: () => steady, awakeOrNot: () => steady + 7 });
        const began = clock.now();
        let passed = 0;
        for (const { passes, set } of list) {
          steady += passes;
          wall += passes + set;
          passed += passes;
          clock.tick();
          expect(clock.now() - began).toBe(passed);
        }
        // With nobody in a class it takes the machine's time as it is.
        clock.settle();
        expect(clock.now()).toBe(wall);
      }),
    );
  });

  it('control: the machine’s own clock does not', () => {
    let wall = 1_800_000_000_000;
    const clock = () => wall;
    const began = clock();
    wall += 5_000 - HOUR;
    expect(clock() - began).toBeLessThan(0);
  });

  it('counts the time for which the machine slept, once, and no rounding', () => {
    let steady = 0;
    let whole = 1_000_000;
    const clock = steadyClock({
      wall: () => 10_000,
      steady: () => steady,
      awakeOrNot: () => Math.round(whole / 1_000) * 1_000,
    });
    for (let second = 0; second < 100; second += 1) {
      steady += 1_003;
      whole += 1_003;
      clock.tick();
    }
    expect(clock.now()).toBe(10_000 + 100_300);
    steady += 1_000;
    whole += 1_000 + 8 * HOUR;
    clock.tick();
    clock.tick();
    expect(Math.abs(clock.now() - (10_000 + 101_300 + 8 * HOUR))).toBeLessThan(2_000);
  });
});

describe('a class’s clock', () => {
  it('never goes back and never falls behind what is written down, whatever the server’s clock does', () => {
    fc.assert(
      fc.property(deeds, fc.integer({ min: -HOUR, max: HOUR }), (list, written) => {
        let now = 1_800_000_000_000;
        const notBefore = now + written;
        const clock = continuingClock(() => now, notBefore);
        let last = clock();
        expect(last).toBe(Math.max(now, notBefore));
        for (const { passes, set } of list) {
          now += passes + Math.min(0, set);
          const next = clock();
          expect(next).toBeGreaterThanOrEqual(last);
          expect(next - last).toBeLessThanOrEqual(passes);
          last = next;
        }
      }),
    );
  });
});
