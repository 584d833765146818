import type { Examples } from '@/engine/digits/examples';
import { deviceRound, ownPictures, startOfRounds } from '@/engine/together/device-round';
import { meanOf } from '@/engine/together/mean-of';
import { medianOf } from '@/engine/together/median-of';
import type { RoundRule } from '@/protocol/rounds-settings';
import { onKernels } from '@/tests/engine/kernels-module';

/** A class that learns in rounds, by the product's own rules. */
export interface RoundsOfClass {
  students: number;
  each: number;
  rule: RoundRule;
  /** The first so many. */
  saboteurs: number;
  epochs: number;
  rounds: number;
  seed: number;
  /** Told the class's network after each round. */
  after?: (weights: Float32Array, round: number) => Promise<void>;
}

const PLACE = { network: onKernels, breathe: async () => {}, now: () => performance.now() };
const COMBINE = { mean: meanOf, median: medianOf };

const own = (train: Examples, { each, seed }: RoundsOfClass, place: number) =>
  ownPictures(train, { dataset: 'digits', place, each, seed });

/** What one student comes to alone. */
export function learnAlone(train: Examples, of: RoundsOfClass, place: number): Promise<Float32Array> {
  const round = { ...of, dataset: 'digits' as const, round: 0, place, start: null, saboteur: false };
  return deviceRound(round, own(train, of, place), PLACE);
}

/** Rounds of a class. @returns the class's network */
export async function learnInRounds(train: Examples, of: RoundsOfClass): Promise<Float32Array> {
  const shards = Array.from({ length: of.students }, (_, place) => own(train, of, place));
  let weights = startOfRounds('digits', of.seed);
  for (let round = 1; round <= of.rounds; round++) {
    const sent: Float32Array[] = [];
    for (const [place, pictures] of shards.entries()) {
      const saboteur = place < of.saboteurs;
      const asked = { ...of, dataset: 'digits' as const, round, place, start: weights, saboteur };
      sent.push(await deviceRound(asked, pictures, PLACE));
    }
    weights = COMBINE[of.rule](sent);
    await of.after?.(weights, round);
  }
  return weights;
}
