import type { ClassState } from '@/classroom/state';
import type { ClassEvent } from '@/protocol/class-event';

/** Milliseconds in which what is seen is gathered into one commit. */
const GATHER_MS = 5_000;
/** What waits to be kept while the storage is in trouble; what came first goes first. */
const MOST_WAITING = 5_000;

interface Parts {
  now: () => number;
  state: () => ClassState;
  /** Resolves when they are kept. */
  save(events: readonly ClassEvent[]): Promise<void>;
  onError(error: unknown): void;
}

/**
 * What the server sees of a class that goes on and no command brings about: who is at another step than the class, who has lost the connection
 * and is back, how many drawings there are. Kept with the class's history a few seconds later: what a crash takes of it is those seconds.
 */
export class ObservedHistory {
  private readonly steps = new Map<string, number | null>();
  private readonly away = new Set<string>();
  private drawings = 0;
  private waiting: ClassEvent[] = [];
  private timer: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(private readonly parts: Parts) {}

  /** Where a student is. @param index null: where the class is */
  stands(studentId: string, index: number | null): void {
    if ((this.steps.get(studentId) ?? null) === index || !this.goesOn) return;
    this.steps.set(studentId, index);
    this.add({ kind: 'went', studentId, index, ...this.moment });
  }

  presence(studentId: string, here: boolean): void {
    if (this.away.has(studentId) !== here) return;
    if (here) this.away.delete(studentId);
    else this.away.add(studentId);
    if (this.goesOn && this.parts.state().students[studentId]?.membership === 'in')
      this.add({ ...this.moment, kind: here ? 'back' : 'away', studentId });
  }

  pool(count: number): void {
    if (count === this.drawings || !this.goesOn) return;
    this.drawings = count;
    const event: ClassEvent = { kind: 'pool', studentId: null, count, ...this.moment };
    // Of one gathering the last number is enough.
    const at = this.waiting.findIndex(({ kind }) => kind === 'pool');
    if (at >= 0) this.waiting.splice(at, 1);
    this.add(event);
  }

  forget(studentId: string): void {
    this.steps.delete(studentId);
    this.away.delete(studentId);
    this.waiting = this.waiting.filter((event) => event.studentId !== studentId);
  }

  /** What waits is kept at once. */
  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    this.flush();
  }

  private get goesOn(): boolean {
    return !this.closed && this.parts.state().phase === 'live';
  }

  private get moment() {
    return { at: this.parts.now(), version: this.parts.state().version };
  }

  private add(event: ClassEvent): void {
    this.waiting.push(event);
    this.wait();
  }

  private wait(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.flush();
    }, GATHER_MS).unref();
  }

  private flush(): void {
    const events = this.waiting;
    if (events.length === 0) return;
    this.waiting = [];
    this.parts.save(events).catch((error: unknown) => {
      // The class is let go of, or the server stops, with the storage gone: seconds of what was seen are lost, nothing that was answered.
      if (this.closed) return;
      this.parts.onError(error);
      this.waiting = [...events, ...this.waiting].slice(-MOST_WAITING);
      this.wait();
    });
  }
}
