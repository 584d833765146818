import type { SeededRandom } from './seeded-random';

/** Something that runs and may be killed: what it has begun goes with it. */
export class SimulatedProcess {
  alive = true;
  /** Until then it does nothing, and finds all that was due at once: a machine that stood still. */
  standsUntil = 0;

  constructor(readonly name: string) {}
}

/** Something that will happen at a moment; what `setTimeout` gives, too: it keeps no process alive, and says so when it is asked. */
class Due {
  cancelled = false;

  constructor(
    public at: number,
    /** What is due at the same moment happens in the order in which it was asked for. */
    readonly order: number,
    readonly process: SimulatedProcess,
    readonly act: () => void,
    /** Milliseconds between two times; null: once. */
    readonly every: number | null,
    /** Happens although its process is gone: what a browser's disk was given. */
    readonly outlives: boolean,
  ) {}

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return false;
  }
}

/** The moment at which every simulated class begins: some Tuesday morning. */
const BEGINNING = Date.UTC(2026, 8, 1, 8, 0, 0);

const letMicrotasksRun = globalThis.setImmediate;

/**
 * The only clock of a simulated class. One thing happens after another, at virtual moments; between two of them all that promises had waiting is
 * done. Whatever one thing begins (a timer, a message) belongs to the process in which it happened.
 */
export class VirtualTime {
  /** Milliseconds since the class began. */
  now = 0;
  /** Things that have happened. */
  count = 0;
  private readonly heap: Due[] = [];
  private asked = 0;
  private current = new SimulatedProcess('world');

  constructor(private readonly random: SeededRandom) {}

  /** In which process something happens now. */
  get process(): SimulatedProcess {
    return this.current;
  }

  /** Has something happen in a process, so many milliseconds from now. */
  after(milliseconds: number, process: SimulatedProcess, act: () => void): void {
    this.put(milliseconds, process, act);
  }

  /** Lets virtual time pass. */
  async runTo(moment: number): Promise<void> {
    for (let due = this.heap[0]; due && due.at <= moment; due = this.heap[0]) {
      this.take();
      if (due.cancelled || !(due.process.alive || due.outlives)) continue;
      if (due.process.standsUntil > due.at) {
        due.at = due.process.standsUntil;
        this.insert(due);
        continue;
      }
      this.now = Math.max(this.now, due.at);
      this.current = due.process;
      this.count += 1;
      due.act();
      if (due.every !== null && !due.cancelled) {
        due.at = this.now + due.every;
        this.insert(due);
      }
      await new Promise<void>((resolve) => letMicrotasksRun(resolve));
    }
    this.now = Math.max(this.now, moment);
  }

  /** Puts this clock, and chance that follows from the seed, in the place of the machine's. Returns the way back. */
  install(): () => void {
    const cancel = (due: unknown) => {
      if (due instanceof Due) due.cancelled = true;
    };
    const restores = [
      replace(globalThis, {
        setTimeout: (act: (...given: unknown[]) => void, milliseconds = 0, ...given: unknown[]) =>
          this.put(milliseconds, this.current, given.length > 0 ? () => act(...given) : act),
        setInterval: (act: () => void, milliseconds = 1) =>
          this.put(milliseconds, this.current, act, Math.max(1, milliseconds)),
        setImmediate: (act: (...given: unknown[]) => void, ...given: unknown[]) =>
          this.put(0, this.current, given.length > 0 ? () => act(...given) : act, null, true),
        clearTimeout: cancel,
        clearInterval: cancel,
        clearImmediate: cancel,
      }),
      replace(Date, { now: () => BEGINNING + Math.floor(this.now) }),
      replace(performance, { now: () => this.now }),
      replace(Math, { random: this.random.next }),
      replace(globalThis.crypto, {
        getRandomValues: (into: Uint8Array | Uint32Array) => {
          for (let i = 0; i < into.length; i += 1)
            into[i] = this.random.below(2 ** (8 * into.BYTES_PER_ELEMENT));
          return into;
        },
      }),
    ];
    return () => {
      for (const restore of restores) restore();
    };
  }

  private put(
    milliseconds: number,
    process: SimulatedProcess,
    act: () => void,
    every: number | null = null,
    outlives = false,
  ): Due {
    this.asked += 1;
    const due = new Due(this.now + Math.max(0, milliseconds), this.asked, process, act, every, outlives);
    // A process that is gone begins nothing any more.
    if (process.alive || outlives) this.insert(due);
    return due;
  }

  private insert(due: Due): void {
    const { heap } = this;
    let at = heap.length;
    heap.push(due);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isBefore(due, heap[above]!)) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = due;
  }

  private take(): void {
    const { heap } = this;
    const last = heap.pop()!;
    if (heap.length === 0) return;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below += 1;
      if (!isBefore(heap[below]!, last)) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = last;
  }
}

function isBefore(one: Due, other: Due): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

/** Puts properties of an object in the place of those that are there. Returns the way back. */
export function replace(target: object, by: Record<string, unknown>): () => void {
  const before = Object.keys(by).map(
    (name) => [name, Object.getOwnPropertyDescriptor(target, name)] as const,
  );
  for (const [name, value] of Object.entries(by))
    Object.defineProperty(target, name, { value, configurable: true, writable: true });
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(target, name, descriptor);
      else Reflect.deleteProperty(target, name);
    }
  };
}
