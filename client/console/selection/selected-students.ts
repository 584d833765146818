import { Listeners } from '@/base/listeners';

/** Which students the teacher has chosen, to do something with all of them. Sets are replaced, never changed. */
export class SelectedStudents {
  private chosen: ReadonlySet<string> = new Set();
  /** Cards offer to be chosen although nobody is chosen yet. */
  private offered = false;
  private readonly listeners = new Listeners();

  ids(): ReadonlySet<string> {
    return this.chosen;
  }

  subscribe = (listener: () => void): (() => void) => this.listeners.add(listener);

  /** These and no others. */
  choose(ids: Iterable<string>): void {
    const next = new Set(ids);
    if (next.size === this.chosen.size && [...next].every((id) => this.chosen.has(id))) return;
    this.chosen = next;
    this.listeners.tell();
  }

  /** These as well. */
  add(ids: Iterable<string>): void {
    this.choose([...this.chosen, ...ids]);
  }

  /** In, or out. */
  toggle(id: string): void {
    const next = new Set(this.chosen);
    if (!next.delete(id)) next.add(id);
    this.choose(next);
  }

  /** Nobody any more; cards offer it no longer. */
  clear(): void {
    this.turn(false);
  }

  /** Whether cards offer to be chosen: somebody is chosen, or is about to be. */
  isChoosing = (): boolean => this.offered || this.chosen.size > 0;

  /** Cards offer to be chosen from now on; or no more, and then nobody is. */
  turn(on: boolean): void {
    if (!on) this.choose([]);
    if (on === this.offered) return;
    this.offered = on;
    this.listeners.tell();
  }
}
