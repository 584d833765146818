import { Leases } from '@/client/live/lease';
import { TrainerClient } from '@/engine/worker/trainer-client';
import type { DatasetId } from '@/protocol/datasets';
import type { Trainer } from './trainer';

/** Milliseconds that the worker outlives its last user, pictures loaded: choosing a nickname may take a while. */
const LINGER_MS = 5 * 60_000;
const KEY = 'pictures';

const trainers = new Leases<Trainer>((trainer) => trainer.dispose(), LINGER_MS);

/** The page's one training worker. Each `take` needs one `release`. */
export function takeTrainer(): Trainer {
  return trainers.take(KEY, () => new TrainerClient());
}

export function releaseTrainer(): void {
  trainers.release(KEY);
}

/**
 * Starts the worker, begins to load the pictures and fetches the code that trains, so that a student's first step comes soon after the code.
 * Call it when a student is likely to train soon; calling it again costs nothing.
 */
export function prewarm(dataset: DatasetId): void {
  const trainer = takeTrainer();
  // A failure is told to whoever trains; here nobody waits for it.
  trainer.prepare(dataset).catch(() => undefined);
  releaseTrainer();
}
