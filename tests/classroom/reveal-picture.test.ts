import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pictureOf } from '@/classroom/reveal-picture';

const network = fc.record({
  accuracy: fc.integer({ min: 0, max: 6 }).map((sixths) => sixths / 6),
  weights: fc.integer({ min: 1, max: 6 }),
  examples: fc.integer({ min: 1, max: 6 }),
});

it('the front has somebody, and whoever is not on it is bettered by somebody who is', () => {
  fc.assert(
    fc.property(fc.array(network, { minLength: 1, maxLength: 12 }), (networks) => {
      const picture = pictureOf(networks);
      const front = picture.filter((one) => one.front);
      expect(front.length).toBeGreaterThan(0);
      for (const one of picture) {
        const bettered = front.some(
          (other) =>
            other.accuracy >= one.accuracy &&
            other.weights <= one.weights &&
            other.examples <= one.examples &&
            other.accuracy - one.accuracy + (one.weights - other.weights) + (one.examples - other.examples) >
              0,
        );
        expect(bettered).toBe(!one.front);
      }
    }),
  );
});
