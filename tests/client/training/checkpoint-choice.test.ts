import { describe, expect, it } from 'vitest';
import { CheckpointChoice, type OfferedCheckpoint } from '@/client/training/checkpoint-choice';

const RUN = 'a'.repeat(32);
const at = (step: number, validationLoss: number | null = 1 / step, runId = RUN): OfferedCheckpoint => ({
  ...{ runId, step, validationLoss, validationAccuracy: null, findings: [] },
  weights: new Float32Array(1),
});

function choice() {
  const sent: number[] = [];
  return { sent, choice: new CheckpointChoice(({ step }) => void sent.push(step)) };
}

describe('which moments of a run are sent', () => {
  it('each at which twice as many steps are done, and at the end the last', () => {
    const { sent, choice: chosen } = choice();
    for (let step = 10; step <= 250; step += 10) chosen.offer(at(step));
    expect(sent).toEqual([10, 20, 40, 80, 160]);
    chosen.settle(RUN, 'ended');
    expect(sent.slice(5)).toEqual([250]);
  });

  it('at the end the best too, where the run got worse afterwards', () => {
    const { sent, choice: chosen } = choice();
    for (const [step, loss] of [
      [10, 0.9],
      [20, 0.5],
      [25, 0.2],
      [30, 0.4],
    ] as const)
      chosen.offer(at(step, loss));
    chosen.settle(RUN, 'ended');
    expect(sent).toEqual([10, 20, 25, 30]);
    chosen.settle(RUN, 'ended');
    expect(sent).toHaveLength(4);
  });

  it('at a pause only where the run has gone on', () => {
    const { sent, choice: chosen } = choice();
    for (const step of [100, 110, 130]) {
      chosen.offer(at(step));
      chosen.settle(RUN, 'stands');
    }
    expect(sent).toEqual([100, 130]);
  });

  it('nothing of a network that has not made a step, nor of another run than the one that goes', () => {
    const { sent, choice: chosen } = choice();
    chosen.offer(at(0));
    chosen.settle(RUN, 'ended');
    chosen.offer(at(5));
    chosen.offer(at(3, 1, 'b'.repeat(32)));
    chosen.settle(RUN, 'ended');
    expect(sent).toEqual([5, 3]);
  });
});
