import type { TrainableNetwork } from '@/engine/network/trainable-network';
import type { Batches } from './batches';

/** Milliseconds of steps at a stretch, after which the place may see to what has come in. */
const SLICE_MS = 25;
/** Steps whose loss is read at once: only its sum is let go of. */
const READ_EVERY = 500;

/** What a repetition needs of the place where it runs. */
export interface RepeatPlace {
  /** Waits for the pictures of the network's next step. False: it is to end here. */
  arrived(): Promise<boolean>;
  /** After each stretch: lets others in, rests where the device should. False: it is to end here. */
  between(): Promise<boolean>;
  now(): number;
}

/**
 * Trains a network up to a step and does nothing else: no curve, no validation, no doctor. On our own kernels its weights are then those that the
 * training had there, to the bit (invariant I17).
 * @param batches of the network's experiment
 * @param to steps done then; it stops earlier where the place says so
 */
export async function repeatSteps(
  network: TrainableNetwork,
  batches: Batches,
  to: number,
  place: RepeatPlace,
): Promise<void> {
  let goesOn = true;
  while (goesOn && network.step < to) {
    const begun = place.now();
    do {
      goesOn = await place.arrived();
      if (!goesOn) break;
      const { pixels, labels } = batches.at(network.step);
      network.trainStep(pixels, labels);
      if (network.unreadSteps >= READ_EVERY) await network.measure();
    } while (network.step < to && place.now() - begun < SLICE_MS);
    goesOn &&= await place.between();
  }
  await network.measure();
}
