import { Pump } from '@/base/pump';

/** Milliseconds between two times at which arrivals are told: a class that comes in together is told of in a few sentences. */
const APART_MS = 5_000;

/**
 * Tells who has come: the first at once, and then all who came within five seconds together. Nobody is told of who was there when it
 * began, or who is gone again by then.
 * @typeParam Here who is there now: a list, or how many
 */
export class Arrivals<Here> {
  private before: Here | null = null;
  private now: Here | null = null;
  private readonly pump = new Pump(
    () => APART_MS,
    () => this.say(),
  );

  /**
   * @param words who of those that are there now were not before, in words; null: nobody
   * @param tell has it read out
   */
  constructor(
    private readonly words: (before: Here, now: Here) => string | null,
    private readonly tell: (words: string) => void,
  ) {}

  /** These are there now. */
  see(here: Here): void {
    this.now = here;
    if (this.pump.due) return;
    if (this.before === null || this.words(this.before, here) === null) this.before = here;
    else this.pump.ask();
  }

  close(): void {
    this.pump.close();
  }

  private say(): void {
    const { before, now } = this;
    if (before === null || now === null) return;
    const words = this.words(before, now);
    this.before = now;
    if (words !== null) this.tell(words);
  }
}
