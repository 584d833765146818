import { TfjsNetwork } from '@/engine/network/tfjs-network';
import { breathe } from '@/engine/training/breathe';
import type { Checkpoint } from '@/engine/training/checkpoint';
import type { Emission, Training, TrainingPlace } from '@/engine/training/training';
import type { Point } from '@/protocol/run';
import { allPictures } from '@/tests/engine/digits/node-pictures';

/** A place to train in Node, with a clock that the test may bend. */
export async function nodePlace(changes: Partial<TrainingPlace> = {}): Promise<TrainingPlace> {
  return {
    // On the tfjs backend that the test has started.
    network: (experiment, state) => new TfjsNetwork(experiment, state),
    breathe,
    now: () => performance.now(),
    readEvery: 1,
    guard: (promise) => promise,
    ...changes,
    pictures: changes.pictures ?? (await allPictures()),
  };
}

export interface Told {
  points: Point[];
  checkpoints: Checkpoint[];
  states: string[];
}

/** Lets a training run and keeps what it tells. `each` sees every emission and may stop the training. */
export async function collect(
  training: Training,
  limit?: number,
  each: (e: Emission) => void = () => {},
): Promise<Told> {
  const told: Told = { points: [], checkpoints: [], states: [] };
  for await (const emission of training.run(limit)) {
    if (emission.type === 'point') told.points.push(emission.point);
    else if (emission.type === 'checkpoint') told.checkpoints.push(emission.checkpoint);
    else if (emission.type === 'state') told.states.push(emission.state);
    each(emission);
  }
  return told;
}
