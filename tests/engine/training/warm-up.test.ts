import { expect, it } from 'vitest';
import type { MakeNetwork } from '@/engine/network/trainable-network';
import { warmUp } from '@/engine/training/warm-up';
import { onKernels } from '@/tests/engine/kernels-module';

/** Warms up with a clock that a step moves on, and says how many steps each network had. */
async function stepsOf(msAStep: number, unwantedAfter = Number.POSITIVE_INFINITY): Promise<number[]> {
  const steps: number[] = [];
  let time = 0;
  const make: MakeNetwork = (experiment, state) => {
    const network = onKernels(experiment, state);
    const at = steps.push(0) - 1;
    const { trainStep } = network;
    network.trainStep = (...batch) => {
      steps[at]! += 1;
      time += msAStep;
      trainStep.apply(network, batch);
    };
    return network;
  };
  const unwanted = () => steps.reduce((sum, some) => sum + some, 0) >= unwantedAfter;
  await warmUp(make, { breathe: async () => {}, now: () => time, unwanted });
  return steps;
}

it('warms up a dense and a convolutional network, for as many steps as it takes and no longer than is fair', async () => {
  expect(await stepsOf(0)).toEqual([120, 120]);
  expect(await stepsOf(50)).toEqual([5, 5]);
});

it('ends at once when there is real work', async () => {
  expect(await stepsOf(0, 3)).toEqual([3, 0]);
  expect(await stepsOf(0, 130)).toEqual([120, 10]);
});
