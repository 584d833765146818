/** Milliseconds between two changes of an order that nobody has asked for. */
const CALM_MS = 4_000;

/**
 * An order that people can read: it is brought up to date at most every few seconds, and not at all while somebody points at it or moves
 * in it by keyboard, so that no card slips away under a finger. Who comes is appended and who goes drops out at once; what the person asks
 * for (another sort) is done at once.
 */
export class CalmOrder {
  private shown: readonly string[] = [];
  private asked: string | null = null;
  private changedAt = Number.NEGATIVE_INFINITY;

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
    const wait = this.changedAt + CALM_MS - now;
    if (asked !== this.asked || (turn && !held && wait <= 0)) return this.adopt(wanted, asked, now);
    const known = new Set(this.shown);
    const present = new Set(wanted);
    const kept = this.shown.filter((id) => present.has(id));
    const come = wanted.filter((id) => !known.has(id));
    if (come.length > 0 || kept.length < this.shown.length) this.shown = [...kept, ...come];
    const upToDate = this.shown.every((id, index) => id === wanted[index]);
    return { order: this.shown, again: upToDate || held ? null : Math.max(0, wait) };
  }

  private adopt(wanted: readonly string[], asked: string, now: number) {
    const same = wanted.length === this.shown.length && wanted.every((id, index) => id === this.shown[index]);
    this.asked = asked;
    if (!same) {
      this.shown = wanted;
      this.changedAt = now;
    }
    return { order: this.shown, again: null };
  }
}
