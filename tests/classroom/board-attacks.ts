import { type BitSet, bitSetOf, countOnlyIn } from '@/base/bit-set';
import { climbs } from '@/classroom/ladder';
import type { Random } from '@/engine/random';

/** Whether a board takes what is handed in for better than the best so far. */
type Rung = (best: BitSet, next: BitSet) => boolean;

/** A board that tells each submission its own number (`naive`), and ladders: with the rung of the paper, and with ours. */
const RUNGS = { naive: (best, next) => gain(best, next) > 0, paper, ladder: climbs } satisfies Record<
  string,
  Rung
>;
type BoardKind = keyof typeof RUNGS;

/** By board: what it says at the end of what was best, beyond what is true of it, 0 to 1. */
export type Luck = Readonly<Record<BoardKind, number>>;

/** Blum and Hardt (2015), figure 3: more than one standard error of the difference. */
function paper(best: BitSet, next: BitSet): boolean {
  const pictures = best.length * 8;
  const mean = gain(best, next) / pictures;
  const differ = countOnlyIn(next, best) + countOnlyIn(best, next);
  return mean > Math.sqrt((differ / pictures - mean * mean) / (pictures - 1));
}

function gain(best: BitSet, next: BitSet): number {
  return countOnlyIn(next, best) - countOnlyIn(best, next);
}

/** A board as whoever probes it meets it: a number for each submission. */
class Board {
  private best: { bits: BitSet; share: number } | null = null;

  constructor(private readonly kind: BoardKind) {}

  /** What is told of it. */
  hear(flags: Uint8Array): number {
    const share = flags.reduce((sum, flag) => sum + flag, 0) / flags.length;
    const bits = bitSetOf(flags);
    if (this.best === null || RUNGS[this.kind](this.best.bits, bits)) this.best = { bits, share };
    return this.kind === 'naive' ? share : this.best.share;
  }

  get standing(): number {
    return this.best!.share;
  }
}

function onEach(attack: (board: Board, kind: BoardKind) => void, truth: number): Luck {
  const luckOf = (kind: BoardKind) => {
    const board = new Board(kind);
    attack(board, kind);
    return board.standing - truth;
  };
  return { naive: luckOf('naive'), paper: luckOf('paper'), ladder: luckOf('ladder') };
}

/**
 * Blum and Hardt (2015), the boosting attack: guesses at random, of two labels each; those of which the board speaks better than of chance (where it
 * tells of nothing but what is better: those that it took) vote, and the vote is handed in. As each right label is one of two at random, a guess is
 * whether it is right.
 */
export function boostingAttack(pictures: number, tries: number, random: Random): Luck {
  return onEach((board, kind) => {
    const votes = new Int32Array(pictures);
    let before = 0.5;
    for (let t = 1; t < tries; t += 1) {
      const guess = Uint8Array.from({ length: pictures }, () => random.int(2));
      const heard = board.hear(guess);
      // Of those that are worse than chance the opposite is better, where one hears so.
      const sign = kind === 'naive' ? Math.sign(heard - 0.5) : heard > before ? 1 : 0;
      if (kind !== 'naive') before = Math.max(before, heard);
      for (let i = 0; i < pictures; i += 1) votes[i]! += sign * (2 * guess[i]! - 1);
    }
    board.hear(Uint8Array.from(votes, (vote) => (vote > 0 ? 1 : vote < 0 ? 0 : random.int(2))));
  }, 0.5);
}

/** What somebody does who changes a network a little again and again. */
interface Climb {
  pictures: number;
  tries: number;
  /** The share that the network truly has right. */
  truth: number;
  /** The share of the answers that a change guesses anew, as many of them right as before: nothing of it is true on other pictures. */
  changed: number;
}

/** Goes on from whichever the board speaks best of. */
export function hillClimbing({ pictures, tries, truth, changed }: Climb, random: Random): Luck {
  const answer = () => (random.uniform() < truth ? 1 : 0);
  return onEach((board) => {
    let here = Uint8Array.from({ length: pictures }, answer);
    let heard = board.hear(here);
    for (let t = 1; t < tries; t += 1) {
      const next = here.slice();
      for (let change = 0; change < pictures * changed; change += 1) next[random.int(pictures)] = answer();
      const now = board.hear(next);
      if (now > heard) [here, heard] = [next, now];
    }
  }, truth);
}
