/**
 * Those who want to be told of something. Who comes or goes while it is told is heeded from the next time on.
 * @typeParam News what they are told
 */
export class Listeners<News extends readonly unknown[] = []> {
  private readonly all = new Set<(...news: News) => void>();

  get size(): number {
    return this.all.size;
  }

  /** Adds a listener; call what it returns to be told no more. May be handed on as it is. */
  readonly add = (listener: (...news: News) => void): (() => void) => {
    this.all.add(listener);
    return () => void this.all.delete(listener);
  };

  tell(...news: News): void {
    for (const listener of [...this.all]) listener(...news);
  }

  clear(): void {
    this.all.clear();
  }
}
