interface Held<Thing> {
  thing: Thing;
  holders: number;
  timer: ReturnType<typeof setTimeout> | null;
}

/**
 * Things of which a page has one a key (a session, a trainer), shared by all who hold it. When the last holder lets
 * go, the thing lives on for a moment: React's StrictMode lets go and takes again at once, and a walk from one page
 * to the next should not cost a connection or the loaded pictures.
 */
export class Leases<Thing> {
  private readonly held = new Map<string, Held<Thing>>();

  /**
   * @param end ends a thing that nobody has held for `lingerMs`
   */
  constructor(
    private readonly end: (thing: Thing) => void,
    private readonly lingerMs: number,
  ) {}

  /** The thing with this key, made where there is none. Each `take` needs one `release`. */
  take(key: string, make: () => Thing): Thing {
    const held = this.held.get(key) ?? this.put(key, make());
    if (held.timer !== null) clearTimeout(held.timer);
    held.timer = null;
    held.holders += 1;
    return held.thing;
  }

  release(key: string): void {
    const held = this.held.get(key);
    if (!held || held.holders === 0) return;
    held.holders -= 1;
    if (held.holders === 0) this.expireLater(key, held, this.lingerMs);
  }

  /** Puts a thing there that nobody holds yet; it ends unless somebody takes it in time. Replaces an older one. */
  offer(key: string, thing: Thing, lingerMs = this.lingerMs): void {
    this.drop(key);
    this.expireLater(key, this.put(key, thing), lingerMs);
  }

  /** Ends the thing now, whoever holds it. */
  drop(key: string): void {
    const held = this.held.get(key);
    if (!held) return;
    if (held.timer !== null) clearTimeout(held.timer);
    this.held.delete(key);
    this.end(held.thing);
  }

  /** Ends everything that lingers with nobody holding it, but not this. */
  dropIdle(exceptKey: string): void {
    for (const [key, { holders }] of [...this.held]) {
      if (holders === 0 && key !== exceptKey) this.drop(key);
    }
  }

  private put(key: string, thing: Thing): Held<Thing> {
    const held: Held<Thing> = { thing, holders: 0, timer: null };
    this.held.set(key, held);
    return held;
  }

  private expireLater(key: string, held: Held<Thing>, lingerMs: number): void {
    held.timer = setTimeout(() => {
      if (this.held.get(key) !== held || held.holders > 0) return;
      this.held.delete(key);
      this.end(held.thing);
    }, lingerMs);
  }
}
