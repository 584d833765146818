import { BenchModel } from '@/client/benches/playground/model/bench-model';
import type { LeftTraining } from '@/client/benches/playground/model/left-training';
import { PlaygroundClient } from '@/engine/playground/playground-client';
import { DEFAULT_SETUP, type PlaygroundSetup } from '@/engine/playground/setup';
import { inProcess } from '@/tests/engine/playground/in-process-playground';

/** The bench over the real session, without a thread, a screen or a clock: `turn` lets what waits happen. */
export function playedBench(
  setup: Partial<PlaygroundSetup> = {},
  { left = null, deliver }: { left?: LeftTraining | null; deliver?: (arrive: () => void) => void } = {},
) {
  let clock = 0;
  const worker: (() => void)[] = [];
  const screen: (() => void)[] = [];
  const { page } = inProcess(
    {
      now: () => clock++,
      soon: (callback) => worker.push(callback),
      later: (callback) => worker.push(callback),
    },
    deliver,
  );
  const model = new BenchModel({
    client: new PlaygroundClient({ startWorker: () => page, surfaceSize: 4, unitSize: 4 }),
    setup: { ...DEFAULT_SETUP, ...setup },
    own: null,
    left,
    speed: 'full',
    clock: {
      onNextFrame: (callback) => screen.push(callback),
      later: (callback) => screen.push(callback),
      now: () => clock,
    },
  });
  /** Answers arrive, the worker works a slice, the screen refreshes. */
  const turn = async (times = 1) => {
    for (let i = 0; i < times; i++) {
      await Promise.resolve();
      await new Promise((resolve) => setImmediate(resolve));
      clock += 50;
      worker.shift()?.();
      for (const callback of screen.splice(0)) callback();
    }
  };
  const step = () => model.frames.slow()?.frame.standing.step ?? null;
  return { model, turn, step };
}
