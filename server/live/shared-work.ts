import type { Answer } from '@/protocol/refusals';
import type { LiveClass } from './live-class';

/** Long work for a class of which one thing goes on at a time: whoever asks for the same meanwhile waits for the same. */
export class SharedWork {
  private readonly going = new WeakMap<LiveClass, { id: string; outcome: Promise<Answer> }>();

  /** @param id what it is about */
  run(live: LiveClass, id: string, work: () => Promise<Answer>): Promise<Answer> {
    const known = this.going.get(live);
    if (known?.id === id) return known.outcome;
    const outcome = work().finally(() => {
      if (this.going.get(live)?.id === id) this.going.delete(live);
    });
    this.going.set(live, { id, outcome });
    return outcome;
  }
}
