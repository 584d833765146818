import { expect, test } from 'vitest';
import type { MakeNetwork } from '@/engine/network/trainable-network';
import { GUARDED, type Guarded } from '@/tests/bench/guard/guarded';
import { stepCost } from '@/tests/bench/guard/step-cost';

/** What students and servers calculate costs what it did, over a reference in the same run: no time of the clock is looked at. */
for (const [name, { measure, most }] of Object.entries<Guarded>(GUARDED))
  test(`${name} costs no more over its reference than it did`, async () => {
    const over = await measure();
    console.log(`${name}: ${over.toFixed(2)} (at most ${most})`);
    expect(over).toBeLessThan(most);
  });

test('a training that takes each step twice is found', async () => {
  const twice =
    (make: MakeNetwork): MakeNetwork =>
    (experiment, state) => {
      const spare = make(experiment, state);
      return new Proxy(make(experiment, state), {
        get(network, name) {
          if (name === 'trainStep')
            return (...batch: Parameters<typeof network.trainStep>) => {
              spare.trainStep(...batch);
              network.trainStep(...batch);
            };
          const value = Reflect.get(network, name, network);
          return typeof value === 'function' ? value.bind(network) : value;
        },
      });
    };
  expect(await stepCost('dense', twice)).toBeGreaterThan(GUARDED['step-dense'].most);
});
