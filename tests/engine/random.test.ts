import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '@/engine/random';

describe('random', () => {
  it('is the same on every machine and for ever: trainings are reproduced by their seed', () => {
    const random = createRandom(42, 1, 2);
    expect([random.bits(), random.bits(), random.int(10), random.int(1_000)]).toMatchInlineSnapshot(`
      [
        913142783,
        669980786,
        9,
        188,
      ]
    `);
  });

  it('other seeds and other streams are other numbers', () => {
    const first = (...args: [number, ...number[]]) => createRandom(...args).bits();
    const seen = [
      first(0),
      first(1),
      first(0, 0),
      first(0, 1),
      first(0, 0, 1),
      first(0, 1, 0),
      first(0xffffffff),
    ];
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('is even: uniform, whole and normal numbers', () => {
    const random = createRandom(3);
    const n = 20_000;
    let sum = 0;
    let normal = 0;
    let squares = 0;
    const counts = new Array<number>(7).fill(0);
    for (let i = 0; i < n; i++) {
      sum += random.uniform();
      counts[random.int(7)]!++;
      const z = random.normal();
      normal += z;
      squares += z * z;
    }
    expect(sum / n).toBeCloseTo(0.5, 1.7);
    expect(normal / n).toBeCloseTo(0, 1.5);
    expect(squares / n).toBeCloseTo(1, 1.3);
    for (const count of counts) expect(Math.abs(count - n / 7)).toBeLessThan(4 * Math.sqrt(n / 7));
  });

  it('a shuffle keeps what it shuffles', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), fc.array(fc.integer()), (seed, list) => {
        const shuffled = createRandom(seed).shuffle([...list]);
        expect(shuffled.sort((a, b) => a - b)).toEqual([...list].sort((a, b) => a - b));
      }),
    );
  });
});
