import { describe, expect, test } from 'vitest';
import { AskedNetworks, type AskedRun } from '@/client/review/compare/asked-networks';
import { disagreements, sureness } from '@/client/review/compare/disagreements';
import { EXPERIMENT } from '@/people/sample-run';
import type { PictureRun } from '@/protocol/run';

/** Of three pictures with two labels. */
const answers = (...first: number[]) => ({
  labels: Uint8Array.of(0, 1, 0),
  probabilities: Float32Array.from(first.flatMap((share) => [share, 1 - share])),
});

describe('on which pictures networks disagree', () => {
  test('those come first on which each is sure of something else; what all say alike is none', () => {
    const found = disagreements([answers(0.875, 0.25, 0.75), answers(0.375, 0.25, 0.0625)]);
    expect(found).toEqual([
      { index: 2, label: 0, answers: [0, 1], shares: [0.75, 0.9375] },
      { index: 0, label: 0, answers: [0, 1], shares: [0.875, 0.625] },
    ]);
    expect(disagreements([answers(1, 1, 1)])).toEqual([]);
    expect(disagreements([])).toEqual([]);
  });

  test('how often one is right, and how sure it is on average', () => {
    expect(sureness(answers(0.75, 0.75, 1))).toEqual({ right: 2 / 3, sure: 2.5 / 3 });
  });
});

describe('asking the networks of several runs', () => {
  const run = (id: string, weightsAt: number): AskedRun => ({
    classId: 'c',
    run: { id, experiment: { ...EXPERIMENT, optimizer: 'adam' } } as PictureRun,
    weightsAt,
  });
  /** Remembers what it was asked, and answers with the weight of the network that stands. */
  class FakeTrainer {
    readonly asked: string[] = [];
    private standing = 0;
    begin = async (
      experiment: { optimizer: string },
      {
        checkpoint,
      }: { checkpoint?: { step: number; weights: Float32Array; slots: Float32Array } | null } = {},
    ) => {
      this.standing = checkpoint!.weights[0]!;
      this.asked.push(`${experiment.optimizer} ${checkpoint!.step} ${checkpoint!.slots.length}`);
      return {} as never;
    };
    predict = async () => [this.standing];
    validationAnswers = async () => answers(this.standing, 0, 0);
    samples = async () => ({ pixels: Uint8Array.of(7) }) as never;
    dispose = () => {};
  }
  const weightOf = async ({ run: { id } }: AskedRun) => Float32Array.of(Number(id));

  test('builds one after another from its weights, without an optimiser, and never mixes two questions', async () => {
    const trainer = new FakeTrainer();
    const networks = new AskedNetworks([run('0.25', 3), run('0.75', 9)], trainer, weightOf);
    const counts: number[] = [];
    const [read, predicted] = await Promise.all([
      networks.readValidation((count) => counts.push(count)),
      networks.read(Uint8Array.of(1)),
    ]);
    expect(read.map(({ probabilities }) => probabilities[0])).toEqual([0.25, 0.75]);
    expect(predicted).toEqual([[0.25], [0.75]]);
    expect(counts).toEqual([1, 2]);
    expect(trainer.asked).toEqual(['sgd 3 0', 'sgd 9 0', 'sgd 3 0', 'sgd 9 0']);
    expect(await networks.picture(0)).toEqual(Uint8Array.of(7));
  });

  test('weights are fetched once; what did not come is asked for again', async () => {
    let asked = 0;
    const networks = new AskedNetworks([run('1', 1)], new FakeTrainer(), async (one) => {
      asked += 1;
      if (asked === 1) throw new Error('held back');
      return weightOf(one);
    });
    await expect(networks.read(Uint8Array.of(1))).rejects.toThrow('held back');
    expect(await networks.read(Uint8Array.of(1))).toEqual([[1]]);
    expect(await networks.read(Uint8Array.of(1))).toEqual([[1]]);
    expect(asked).toBe(2);
  });
});
