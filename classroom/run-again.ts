import type { BitSet } from '@/base/bit-set';

/** How often a race is run again. */
export const RACES_AGAIN = 1_000;
/** Of a hundred intervals, at least so many hold all places that may be the true one. */
const LEVEL = 0.95;

/** What running the race again says of one who raced. */
export interface RacedAgain {
  /** The places, from 1, that the pictures leave open. */
  first: number;
  last: number;
  /** Of all races run again, how many it would have won. */
  wins: number;
}

/** Whole numbers from 0, below what is asked; seeded by whoever runs the race again, so that the same race gives the same result. */
export interface Draw {
  int(below: number): number;
}

/** What the pictures say of pairs of those who raced, one number a pair. */
export interface Pairs {
  /** One over the standard error of the difference, in pictures; 0 where two answer all alike. */
  readonly inverseError: Float64Array;
  /** 1 where two cannot be told apart by themselves. */
  readonly alike: Uint8Array;
}

/** A race that can be run again. */
interface Race {
  /** How many race, and on how many pictures. */
  count: number;
  pictures: number;
  pairs: Pairs;
  /** What each has right, in pictures, of those that there were. */
  seen: ArrayLike<number>;
  /** The same of pictures that were drawn. */
  gotBy(one: number, drawn: DrawnPictures): number;
}

/**
 * Runs a race again: each time as many hidden pictures are drawn as there are, with replacement, the same for all, and all are ranked
 * anew. Says how often each wins (of those who share the first place one by lot), and which places it may truly have.
 *
 * The interval is not that of the ranks in the drawn races: it would have the best of equal networks at the top nearly always, which is what luck
 * did once. It comes from the differences to all others at once: the largest of them, in standard errors, that
 * the drawn races had from what was seen gives the bound, and what differs by more is truly above or below. Source: Mogstad, Romano, Shaikh and Wilhelm
 * (2024), "Inference for ranks with applications to mobility across neighbourhoods and academic achievement across countries", Review of
 * Economic Studies 91(1), section 3.1 (one step). In addition nobody is above or below who shares a place by `canBeToldApart`.
 *
 * Stops after each small piece of work, so that whoever runs it may do something else.
 */
export function* runAgain(
  { count, pictures, pairs, seen, gotBy }: Race,
  draw: Draw,
  races: number,
): Generator<undefined, RacedAgain[]> {
  const wins = new Int32Array(count);
  /** By network: its largest difference from what was seen, in each race. */
  const largest = Array.from({ length: count }, () => new Float64Array(races));
  const drawn = new DrawnPictures(pictures);
  const got = new Float64Array(count);
  for (let race = 0; race < races; race += 1) {
    drawn.drawAnew(draw);
    for (let i = 0; i < count; i += 1) got[i] = gotBy(i, drawn);
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

/** Who has most; by lot where several have. */
function winnerOf(got: Float64Array, draw: Draw): number {
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

/** Pictures drawn with replacement: how often each stands among them, by half bytes, so that a network is summed up in few steps. */
export class DrawnPictures {
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
