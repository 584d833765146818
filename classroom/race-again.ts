import { type BitSet, countOnlyIn } from '@/base/bit-set';
import type { SharedPlace } from '@/protocol/shared-place';
import { type Draw, type Pairs, RACES_AGAIN, type RacedAgain, runAgain } from './run-again';
import { canBeToldApart } from './told-apart';

/** One network of a race that was run again. */
interface RerunRow extends RacedAgain {
  scoreId: string;
  /** From a file: the place that it shares, which nobody can find out without the pictures. Left out: the class's own server knows them. */
  shared?: SharedPlace | null;
}

/** What running the race of a class again has said, as it is kept with the class. Immutable. */
export interface Rerun {
  /** How often it was run. */
  races: number;
  /** In the order of the final board. */
  rows: readonly RerunRow[];
}

/**
 * Runs a race of networks again (classroom/run-again).
 * @param rights the pictures that each network has right, all of the same length
 */
export function* raceAgain(
  rights: readonly BitSet[],
  draw: Draw,
  races = RACES_AGAIN,
): Generator<undefined, RacedAgain[]> {
  const pairs = yield* comparePairs(rights);
  const race = {
    ...{ count: rights.length, pictures: (rights[0]?.length ?? 0) * 8, pairs },
    seen: Int32Array.from(rights, (right) => sizeOf(right)),
  };
  return yield* runAgain({ ...race, gotBy: (one, drawn) => drawn.rightsOf(rights[one]!) }, draw, races);
}

function* comparePairs(rights: readonly BitSet[]): Generator<undefined, Pairs> {
  const count = rights.length;
  const pictures = (rights[0]?.length ?? 0) * 8;
  const inverseError = new Float64Array(count * count);
  const alike = new Uint8Array(count * count).fill(1);
  for (let i = 0; i < count; i += 1) {
    for (let j = i + 1; j < count; j += 1) {
      const [a, b] = [rights[i]!, rights[j]!];
      const [onlyA, onlyB] = [countOnlyIn(a, b), countOnlyIn(b, a)];
      const differ = onlyA + onlyB;
      if (differ === 0) continue;
      const error = Math.sqrt(differ - (onlyA - onlyB) ** 2 / pictures);
      // All that the one has wrong and nothing that the other has: no doubt is left, and none is to be divided by.
      inverseError[i * count + j] = inverseError[j * count + i] = 1 / Math.max(error, 1e-9);
      if (canBeToldApart(a, b)) alike[i * count + j] = alike[j * count + i] = 0;
    }
    yield;
  }
  return { inverseError, alike };
}

function sizeOf(set: BitSet): number {
  let size = 0;
  for (let byte of set) for (; byte > 0; byte &= byte - 1) size += 1;
  return size;
}
