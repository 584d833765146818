import { type BitSet, countOnlyIn } from '@/base/bit-set';
import type { SharedPlace } from '@/protocol/shared-place';
import { canBeToldApart } from './told-apart';

/** How often a race is run again. */
export const RACES_AGAIN = 1_000;
/** Of a hundred intervals, at least so many hold all places that may be the true one. */
const LEVEL = 0.95;

/** What running the race again says of one network. */
export interface RacedAgain {
  /** The places, from 1, that the pictures leave open. */
  first: number;
  last: number;
  /** Of all races run again, how many it would have won. */
  wins: number;
}

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

/** Whole numbers from 0, below what is asked; seeded by whoever runs the race again, so that the same race gives the same result. */
interface Draw {
  int(below: number): number;
}

/** What the pictures say of pairs of networks, one number a pair. */
interface Pairs {
  /** One over the standard error of the difference, in pictures; 0 where two answer all alike. */
  readonly inverseError: Float64Array;
  /** 1 where two cannot be told apart by themselves. */
  readonly alike: Uint8Array;
}

/**
 * Runs a race again: each time as many hidden pictures are drawn as there are, with replacement, the same for all networks, and all are ranked
 * anew. Says how often each wins (of those who share the first place one by lot), and which places it may truly have.
 *
 * The interval is not that of the ranks in the drawn races: it would have the best of equal networks at the top nearly always, which is what luck
 * did once. It comes from the differences to all others at once: the largest of them, in standard errors, that
 * the drawn races had from what was seen gives the bound, and what differs by more is truly above or below. Source: Mogstad, Romano, Shaikh and Wilhelm
 * (2024), "Inference for ranks with applications to mobility across neighbourhoods and academic achievement across countries", Review of
 * Economic Studies 91(1), section 3.1 (one step). In addition nobody is above or below who shares a place by `canBeToldApart`.
 *
 * Stops after each small piece of work, so that whoever runs it may do something else.
 * @param rights the pictures that each network has right, all of the same length
 */
export function* raceAgain(
  rights: readonly BitSet[],
  draw: Draw,
  races = RACES_AGAIN,
): Generator<undefined, RacedAgain[]> {
  const pairs = yield* comparePairs(rights);
  const count = rights.length;
  const pictures = (rights[0]?.length ?? 0) * 8;
  const seen = Int32Array.from(rights, (right) => sizeOf(right));
  const wins = new Int32Array(count);
  /** By network: its largest difference from what was seen, in each race. */
  const largest = Array.from(rights, () => new Float64Array(races));
  const drawn = new Drawn(pictures);
  const got = new Int32Array(count);
  for (let race = 0; race < races; race += 1) {
    drawn.drawAnew(draw);
    for (let i = 0; i < count; i += 1) got[i] = drawn.rightsOf(rights[i]!);
    wins[winnerOf(got, draw)]! += 1;
    for (let i = 0; i < count; i += 1) got[i]! -= seen[i]!;
    for (let i = 0; i < count; i += 1) {
      let most = largest[i]![race]!;
      for (let j = i + 1; j < count; j += 1) {
        const by = Math.abs(got[i]! - got[j]!) * pairs.inverseError[i * count + j]!;
        if (by > most) most = by;
        if (by > largest[j]![race]!) largest[j]![race] = by;
      }
      largest[i]![race] = most;
    }
    yield;
  }
  const again: RacedAgain[] = [];
  for (let i = 0; i < count; i += 1) {
    const bound = largest[i]!.sort()[Math.min(races, Math.ceil(LEVEL * (races + 1))) - 1]!;
    let [above, below] = [0, 0];
    for (let j = 0; j < count; j += 1) {
      const at = i * count + j;
      const by = (seen[j]! - seen[i]!) * pairs.inverseError[at]!;
      if (pairs.alike[at] === 1 || Math.abs(by) <= bound) continue;
      if (by > 0) above += 1;
      else below += 1;
    }
    again.push({ first: above + 1, last: count - below, wins: wins[i]! });
    yield;
  }
  return again;
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

/** Who has most; by lot where several have. */
function winnerOf(got: Int32Array, draw: Draw): number {
  let best = 0;
  let equals = 1;
  for (let i = 1; i < got.length; i += 1) {
    if (got[i]! > got[best]!) [best, equals] = [i, 1];
    else if (got[i] === got[best]) {
      equals += 1;
      if (draw.int(equals) === 0) best = i;
    }
  }
  return best;
}

function sizeOf(set: BitSet): number {
  let size = 0;
  for (let byte of set) for (; byte > 0; byte &= byte - 1) size += 1;
  return size;
}

/** Pictures drawn with replacement: how often each stands among them, by half bytes, so that a network is summed up in few steps. */
class Drawn {
  private readonly times: Int32Array;
  /** By half byte and what may stand in it: how many of the drawn pictures that is. */
  private readonly sums: Int32Array;

  constructor(private readonly pictures: number) {
    this.times = new Int32Array(pictures);
    this.sums = new Int32Array(pictures * 4);
  }

  drawAnew(draw: Draw): void {
    const { pictures, times, sums } = this;
    times.fill(0);
    for (let i = 0; i < pictures; i += 1) times[draw.int(pictures)]! += 1;
    for (let half = 0; half * 4 < pictures; half += 1) {
      for (let held = 1; held < 16; held += 1) {
        const lowest = 31 - Math.clz32(held & -held);
        sums[half * 16 + held] = sums[half * 16 + (held & (held - 1))]! + times[half * 4 + lowest]!;
      }
    }
  }

  rightsOf(right: BitSet): number {
    const { sums } = this;
    let got = 0;
    for (let i = 0; i < right.length; i += 1) {
      const byte = right[i]!;
      got += sums[i * 32 + (byte & 15)]! + sums[i * 32 + 16 + (byte >> 4)]!;
    }
    return got;
  }
}
