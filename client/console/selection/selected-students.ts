import { Listeners } from '@/base/listeners';

/** Which students the teacher has chosen, to do something with all of them. Sets are replaced, never changed. */
export class SelectedStudents {
  private chosen: ReadonlySet<string> = new Set();
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

  clear(): void {
    this.choose([]);
  }
}
