import {
  flag,
  integer,
  listOf,
  made,
  nullOr,
  number,
  object,
  oneOf,
  or,
  type Shape,
  text,
  where,
} from '@/base/shape';
import { type KeptPlace, keptKey } from '@/client/benches/frame/use-kept';
import { readStored, writeStored } from '@/client/live/stored';
import type { PlaygroundSetup } from '@/engine/playground/setup';
import { formatSetup } from '@/engine/playground/setup-link';
import type { LeftTraining } from './left-training';
import type { LeftBenchRun } from './record-runs';

interface KeptWeights {
  setup: string;
  weights: readonly number[];
  step: number;
  goesOn: boolean;
}

/** Kept weights that fit the setup. */
export function weightsShape(setup: string): Shape<LeftTraining> {
  const kept = object({
    setup: oneOf([setup]),
    weights: listOf(number()),
    step: or(integer(0, Number.MAX_SAFE_INTEGER), 0),
    goesOn: or(flag, false),
  });
  return made(kept, ({ weights, step, goesOn }) => {
    const floats = Float32Array.from(weights);
    return floats.every(Number.isFinite) ? { weights: floats, step, goesOn } : undefined;
  });
}

/** What decides the network and its points: weights fit whoever has the same. */
function weightsKey(setup: PlaygroundSetup): string {
  return formatSetup({ ...setup, showTest: false, discretise: false, hide: [] });
}

/** The weights that a bench has left at a place; null: none that fit this setup. */
export function readLeft(place: KeptPlace, setup: PlaygroundSetup): LeftTraining | null {
  return readStored(keptKey(place, 'weights'), weightsShape(weightsKey(setup)));
}

/** Leaves weights for the bench that opens next at a place. */
export function keepLeft(
  place: KeptPlace,
  setup: PlaygroundSetup,
  { weights, step, goesOn }: LeftTraining,
): void {
  const value: KeptWeights = {
    setup: weightsKey(setup),
    weights: Array.from(weights, (weight) => Number(weight.toPrecision(8))),
    step,
    goesOn: goesOn ?? false,
  };
  writeStored(keptKey(place, 'weights'), value);
}

const leftRunShape: Shape<LeftBenchRun> = object({
  id: where(text(32), (id) => /^[0-9a-f]{32}$/.test(id)),
  startedAt: integer(0, Number.MAX_SAFE_INTEGER),
  seconds: number(0),
  training: flag,
  from: integer(0, Number.MAX_SAFE_INTEGER),
});
/** Beside the weights, for a reload: another visit begins another run. */
export const keptRunShape: Shape<LeftBenchRun | null> = nullOr(leftRunShape);

/** The run that the page before has left at a place; null: none. */
export const readLeftRun = (place: KeptPlace): LeftBenchRun | null =>
  readStored(keptKey(place, 'points-run'), keptRunShape);

export const keepLeftRun = (place: KeptPlace, run: LeftBenchRun | null): void =>
  writeStored(keptKey(place, 'points-run'), run);
