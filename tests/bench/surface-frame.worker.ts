/// <reference lib="webworker" />
import { PlanePictures } from '@/engine/playground/pictures';
import { PlaygroundTraining } from '@/engine/playground/playground-training';
import { DEFAULT_SETUP } from '@/engine/playground/setup';

/**
 * What a frame of the 2-D bench costs its worker: surface and unit pictures of 2-8-8-1, drawn while it trains, so that each is of other
 * weights. Answers with milliseconds a frame, one number a round.
 */
const ROUNDS = 120;
const WARM_UP = 30;
/** A clock in a worker is coarser than one frame: so many are timed together. */
const FRAMES = 4;
const UNIT_CELLS = 24;

function frames(surfaceCells: number): number[] {
  const training = new PlaygroundTraining({
    ...DEFAULT_SETUP,
    points: 'spiral',
    pointCount: 500,
    hidden: [8, 8],
  });
  const { features } = training.setup;
  const surface = new PlanePictures(surfaceCells, features);
  const units = new PlanePictures(UNIT_CELLS, features);
  return Array.from({ length: WARM_UP + ROUNDS }, () => {
    training.advance(50);
    const began = performance.now();
    for (let frame = 0; frame < FRAMES; frame++) {
      surface.surface(training.dense);
      units.units(training.dense);
    }
    return (performance.now() - began) / FRAMES;
  }).slice(WARM_UP);
}

declare const self: DedicatedWorkerGlobalScope;
self.onmessage = ({ data }: MessageEvent<number>) => {
  try {
    self.postMessage({ rounds: frames(data) });
  } catch (error) {
    self.postMessage({ failed: String(error) });
  }
};
