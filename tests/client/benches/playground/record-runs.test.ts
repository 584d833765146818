import { describe, expect, test } from 'vitest';
import { recordRuns } from '@/client/benches/playground/model/record-runs';
import { CheckpointChoice, type OfferedCheckpoint } from '@/client/training/checkpoint-choice';
import { PointsRecording } from '@/client/training/points-recording';
import type { PlaygroundSetup } from '@/engine/playground/setup';
import { isPossible, pointsSetup } from '@/engine/runs/points-experiment';
import { weightsOfRun } from '@/engine/runs/run-sizes';
import type { PointsExperiment } from '@/protocol/experiment';
import { type Batch, batchSchema, type RunAttach, runAttachSchema } from '@/protocol/run';
import { pointsOf, readText } from '@/tests/field/read-text';
import { playedBench } from './played-bench';

interface Kept {
  attach: RunAttach & { experiment: PointsExperiment };
  batches: Omit<Batch, 'sequence'>[];
}

/** A bench whose runs come into a list, as the outbox and the sender of moments would have them. */
async function keptBench(setup: Partial<PlaygroundSetup> = {}) {
  const bench = playedBench(setup);
  const kept: Kept[] = [];
  const moments: OfferedCheckpoint[] = [];
  const of = (runId: string) => kept.find(({ attach }) => attach.runId === runId)!;
  const { end } = recordRuns(
    bench.model,
    {
      goOn: async () => null,
      begin: (experiment, continues) =>
        new PointsRecording({
          experiment,
          continues,
          choice: new CheckpointChoice((moment) => void moments.push(moment), 4),
          sink: {
            outbox: {
              open: async (attach) => void kept.push({ attach: attach as Kept['attach'], batches: [] }),
              append: async (runId, batch) => {
                of(runId).batches.push(batch);
                return 'kept';
              },
            },
            sender: { appended: () => {} },
          },
        }),
    },
    undefined,
  );
  await bench.turn(3);
  const trainTo = async (step: number) => {
    bench.model.train();
    while ((bench.step() ?? 0) < step) await bench.turn();
    bench.model.pause();
    await bench.turn(4);
  };
  return { ...bench, kept, moments, trainTo, end };
}

const pointsIn = ({ batches }: Kept) => batches.flatMap(({ points }) => points);
const stateOf = ({ batches }: Kept) => batches.at(-1)!.state;

describe('the trainings of a 2-D bench as runs', () => {
  test('one is kept with its setup, ever rarer points, and a few moments whose weights are of its network', async () => {
    const { model, kept, moments, trainTo, turn, step, end } = await keptBench({ points: 'gaussians' });
    await trainTo(4_000);
    const steps = step()!;
    end();
    await turn(2);
    const [run, ...others] = kept;
    expect(others).toEqual([]);
    expect(runAttachSchema.safeParse(run!.attach).success).toBe(true);
    expect(isPossible(run!.attach.experiment)).toBe(true);
    expect(pointsSetup(run!.attach.experiment)).toMatchObject({ points: 'gaussians', hidden: [4, 2] });
    for (const [index, batch] of run!.batches.entries())
      expect(batchSchema.safeParse({ sequence: index + 1, ...batch }).success).toBe(true);
    const points = pointsIn(run!);
    expect(points.at(-1)).toMatchObject({ step: steps, epoch: steps / 20 });
    expect(points.length).toBeLessThan(200);
    expect(points.every(({ step: at }, i) => i === 0 || at > points[i - 1]!.step)).toBe(true);
    expect(points.at(-1)!.validationLoss).toBeLessThan(points[0]!.validationLoss!);
    expect(stateOf(run!)).toBe('finished');
    expect(
      run!.batches
        .at(-1)!
        .report?.confusion.flat()
        .reduce((a, b) => a + b, 0),
    ).toBe(200);
    expect(moments.length).toBeGreaterThan(1);
    expect(moments.length).toBeLessThanOrEqual(8);
    const last = moments.at(-1)!;
    expect(last.step).toBe(steps);
    expect([...last.weights]).toEqual([...model.newestWeights!]);
    expect(last.weights).toHaveLength(weightsOfRun(run!.attach.experiment));
  });

  test('a few steps to try the buttons are no run; the way back to the start begins another', async () => {
    const { model, kept, turn, trainTo, end } = await keptBench();
    for (let i = 0; i < 5; i++) {
      model.step();
      await turn(3);
    }
    model.rewind();
    await turn(3);
    expect(kept).toEqual([]);
    await trainTo(100);
    model.rewind();
    await turn(3);
    await trainTo(50);
    end();
    await turn(2);
    expect(kept).toHaveLength(2);
    expect(kept.map(({ attach }) => attach.continues)).toEqual([undefined, undefined]);
    expect(kept[0]!.attach.experiment).toEqual(kept[1]!.attach.experiment);
    expect(kept.map(stateOf)).toEqual(['finished', 'finished']);
  });

  test('settings that are changed in the middle begin a run that goes on from where the other stood', async () => {
    const { model, kept, moments, trainTo, turn, step, end } = await keptBench();
    await trainTo(200);
    const stood = step()!;
    // Only the last of those that are chosen is trained with.
    for (const learningRate of [0.1, 1, 0.3]) model.change({ learningRate });
    await turn(3);
    expect(kept).toHaveLength(1);
    await trainTo(stood + 300);
    const gone = step()! - stood;
    end();
    await turn(2);
    expect(kept).toHaveLength(2);
    const [first, second] = kept as [Kept, Kept];
    expect(second.attach.continues).toEqual({ runId: first.attach.runId, step: stood });
    expect(moments.flatMap(({ runId, step: at }) => (runId === first.attach.runId ? [at] : []))).toContain(
      stood,
    );
    expect(pointsSetup(second.attach.experiment).learningRate).toBe(0.3);
    expect(pointsIn(second).at(-1)!.step).toBe(gone);
  });

  test('weights that are set by hand are not taken for the seed’s', async () => {
    const { model, kept, trainTo, turn, end } = await keptBench();
    await trainTo(100);
    model.setWeight(0, 2);
    await turn(3);
    await trainTo(300);
    end();
    await turn(2);
    expect(kept.map(({ attach }) => attach.experiment.otherStart)).toEqual([undefined, true]);
    expect(kept[1]!.attach.continues).toBeUndefined();
  });

  test('one that diverges says so, and one that is left while it trains was stopped', async () => {
    const { model, kept, turn, trainTo, end } = await keptBench({
      learningRate: 100,
      activation: 'relu',
      loss: 'squared-error',
      points: 'plane',
    });
    model.train();
    for (let i = 0; i < 200 && model.snapshot().state.name !== 'diverged'; i++) await turn();
    await turn(3);
    model.change({ learningRate: 0.001, points: 'circle' });
    await turn(3);
    await trainTo(50);
    model.train();
    await turn(4);
    end();
    await turn(2);
    expect(kept.map(stateOf)).toEqual(['diverged', 'stopped']);
  });

  test('of own points the curve is kept and no weights', async () => {
    const { model, kept, moments, turn, trainTo, end } = await keptBench();
    const own = pointsOf(readText('x,y,label\n1,2,A\n2,1,A\n-1,0,B\n-2,1,B\n')).data;
    model.takeOwn(own);
    await turn(4);
    await trainTo(200);
    end();
    await turn(2);
    const run = kept.at(-1)!;
    expect(run.attach.experiment).toMatchObject({ classes: 2, examples: 2 });
    expect(isPossible(run.attach.experiment)).toBe(true);
    expect(pointsIn(run).at(-1)!.step).toBeGreaterThanOrEqual(200);
    expect(moments).toEqual([]);
  });
});
