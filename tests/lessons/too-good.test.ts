import { expect, test } from 'vitest';
import { PlaygroundTraining } from '@/engine/playground/playground-training';
import { parseSetup } from '@/engine/playground/setup-link';
import { OVERFITTING } from '@/lessons/neural-networks/setups';

test('“too good to be true” ends, with every seed, on what it says: almost no training loss, and a test loss that has turned', {
  timeout: 120_000,
}, () => {
  const { setup, problems } = parseSetup(OVERFITTING.setup);
  expect(problems).toEqual([]);
  for (let seed = 1; seed <= 12; seed++) {
    const training = new PlaygroundTraining({ ...setup, seed });
    expect([training.weightCount, training.points.train.labels.length]).toEqual([105, 40]);
    let lowest = Infinity;
    for (let reason = training.advance(50); reason === null; reason = training.advance(50)) {
      lowest = Math.min(lowest, training.standing().testLoss);
    }
    const { trainLoss, testLoss } = training.standing();
    expect(trainLoss, `seed ${seed}`).toBeLessThan(0.01);
    expect(testLoss, `seed ${seed}`).toBeGreaterThan(1.4 * lowest);
    expect(testLoss, `seed ${seed}`).toBeGreaterThan(20 * trainLoss);
  }
});
