import { Listeners } from '@/base/listeners';

/** Milliseconds between two notices that can wait: at most ten a second. */
const SOON_MS = 100;

/** An immutable snapshot with listeners: changes of state are told at once, streams of points a few times a second. */
export class SnapshotCell<Snapshot extends object> {
  private readonly listeners = new Listeners();
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private current: Snapshot) {}

  get(): Snapshot {
    return this.current;
  }

  subscribe(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  /** Changes fields and tells at once, if anything is different. */
  change(changes: Partial<Snapshot>): void {
    const keys = Object.keys(changes) as (keyof Snapshot)[];
    if (keys.every((key) => Object.is(this.current[key], changes[key]))) return;
    this.current = { ...this.current, ...changes };
    this.listeners.tell();
  }

  /** Tells soon; `changes` is asked once, when it is time. A timer, since a hidden page gets no animation frames. */
  changeSoon(changes: () => Partial<Snapshot>): void {
    if (this.timer !== null) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.change(changes());
    }, SOON_MS);
  }

  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.listeners.clear();
  }
}
