import { nearerOrder } from './nearer-order';

/** Milliseconds between two changes of an order that nobody has asked for. */
const CALM_MS = 4_000;
/** So many change places at once: each that does costs, and it is to be no long task. */
const MOST_MOVES = 16;
/** Milliseconds from one part of a change to the next, where more change places. */
const PART_MS = 1_000;

/**
 * An order that people can read: it is brought up to date at most every few seconds, a part at a time where much has changed, and not at all while
 * somebody points at it or moves in it by keyboard, so that no card slips away under a finger. Who comes is appended and who goes drops out at once; what
 * the person asks for (another sort) is done at once.
 */
export class CalmOrder {
  private shown: readonly string[] = [];
  private asked: string | null = null;
  private calmUntil = Number.NEGATIVE_INFINITY;

  /**
   * The order to show now.
   * @param asked changes when the person has asked for another order
   * @param turn it is the moment for a change that nobody has asked for: one costs much, and is to have the moment to itself
   * @param now milliseconds of a steady clock
   * @returns `again`: milliseconds after which to ask again; null where it is up to date, or held
   */
  show(
    wanted: readonly string[],
    asked: string,
    held: boolean,
    turn: boolean,
    now: number,
  ): { order: readonly string[]; again: number | null } {
    if (asked !== this.asked) {
      this.asked = asked;
      this.adopt(wanted, now + CALM_MS);
    } else {
      this.takeInAndLetGo(wanted);
      if (turn && !held && now >= this.calmUntil) {
        const next = nearerOrder(this.shown, wanted, MOST_MOVES);
        this.adopt(next, now + (next === wanted ? CALM_MS : PART_MS));
      }
    }
    const isUpToDate = isSame(this.shown, wanted);
    return { order: this.shown, again: isUpToDate || held ? null : Math.max(0, this.calmUntil - now) };
  }

  private adopt(order: readonly string[], calmUntil: number): void {
    if (isSame(order, this.shown)) return;
    this.shown = order;
    this.calmUntil = calmUntil;
  }

  private takeInAndLetGo(wanted: readonly string[]): void {
    const known = new Set(this.shown);
    const present = new Set(wanted);
    const kept = this.shown.filter((id) => present.has(id));
    const come = wanted.filter((id) => !known.has(id));
    if (come.length > 0 || kept.length < this.shown.length) this.shown = [...kept, ...come];
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
