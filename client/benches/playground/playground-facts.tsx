'use client';

import type { BenchPlace } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import type { PlaygroundSetup } from '@/engine/playground/setup';
import type { BenchModel } from './model/bench-model';
import { useBenchSnapshot, useSlowFrame } from './model/use-bench-model';

interface Props {
  model: BenchModel;
  place: Pick<BenchPlace, 'tell'>;
  /** As the step opens. */
  initial: PlaygroundSetup;
  /** What the step's question asks for has come true. */
  kept: boolean;
}

/** Whether a setup makes learning by heart harder than another: L2, fewer units or more points to learn from. */
function isRemedy(now: PlaygroundSetup, first: PlaygroundSetup): boolean {
  const units = ({ hidden }: PlaygroundSetup) => hidden.reduce((sum, count) => sum + count, 0);
  const learnt = ({ pointCount, trainShare }: PlaygroundSetup) => pointCount * trainShare;
  return now.l2 > first.l2 || units(now) < units(first) || learnt(now) > learnt(first);
}

/** Tells the step how the 2-D bench is; draws nothing. */
export function PlaygroundFacts({ model, place, initial, kept }: Props) {
  const { setup, begun, setByHand, enlarged } = useBenchSnapshot(model);
  const standing = useSlowFrame(model.frames, begun)?.standing ?? null;
  useFacts<'playground'>(place, {
    ...{ points: setup.points, features: setup.features.join(' '), activation: setup.activation },
    ...{ layers: setup.hidden.length, weights: begun?.weightCount ?? 0, kept },
    ...{ zeroed: setByHand === 0, looking: enlarged !== null, unit: String(enlarged) },
    remedy: isRemedy(setup, initial),
    // Before the first step nothing of a training is known.
    ...(standing !== null &&
      standing.step > 0 && {
        steps: standing.step,
        testAccuracy: standing.testAccuracy ?? 0,
        trainLoss: standing.trainLoss,
        gap: standing.testLoss - standing.trainLoss,
      }),
  });
  return null;
}
