import { expect, test } from 'vitest';
import { SimulatedRun } from '@/client/dry-run/simulated-run';
import type { RunWire } from '@/client/live/class-session';
import { EXPERIMENT, point } from '@/people/sample-run';
import type { RunAppendAnswer } from '@/protocol/events';
import type { Batch } from '@/protocol/run';

/** A server that answers what it is told to, or takes what follows on what it has. */
function server(answers: (RunAppendAnswer | null)[]): RunWire & { taken: Batch[]; opened: number } {
  const taken: Batch[] = [];
  const wire = {
    taken,
    opened: 0,
    attachRun: async () => {
      wire.opened += 1;
      return { ok: true as const, epoch: wire.opened, highWater: taken.length };
    },
    appendBatch: async ({ batch, epoch }: { batch: Batch; epoch: number }) => {
      const told = answers.shift();
      if (told !== undefined) return told;
      if (epoch !== wire.opened) return { ok: false as const, code: 'run-stale' as const };
      if (batch.sequence === taken.length + 1) taken.push(batch);
      return { ok: true as const, highWater: taken.length };
    },
  };
  return wire;
}

const atOnce = () => Promise.resolve();

test('what got no answer is sent again, with no gap and nothing twice', async () => {
  const wire = server([null, null]);
  const run = new SimulatedRun(wire, EXPERIMENT, 'kernels', atOnce);
  expect(await run.open()).toBe(true);
  expect(await run.add(point(1))).toBe(true);
  expect(await run.send('finished')).toBe(true);
  expect(wire.opened).toBe(3);
  expect(wire.taken.map(({ sequence, state, points }) => [sequence, state, points.length])).toEqual([
    [1, 'training', 1],
    [2, 'finished', 0],
  ]);
});

test('a run that is refused and refused is given up', async () => {
  const no = { ok: false, code: 'run-closed' } as const;
  const run = new SimulatedRun(server(Array.from({ length: 9 }, () => no)), EXPERIMENT, 'kernels', atOnce);
  await run.open();
  expect(await run.send('training')).toBe(false);
});
