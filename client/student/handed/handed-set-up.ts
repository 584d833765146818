import type { OpenWork } from '@/client/benches/frame/open-work';
import type { Work } from '@/protocol/bench-work';
import type { KeptHanded } from './kept-handed';

interface Parts {
  open: OpenWork;
  /** What is in a set-up; null: it is not there, or does not come. */
  read(id: string): Promise<readonly Work[] | null>;
  kept(): KeptHanded | null;
  keep(kept: KeptHanded): void;
}

/**
 * Puts what a teacher has handed on the bench, once: pieces that the bench does not show yet (another part is in front, its code is
 * still coming) wait until it does, as long as the step is in front.
 */
export class HandedPut {
  private waiting: Work[] = [];
  private id: string | null = null;
  private readonly stop: () => void;

  constructor(private readonly parts: Parts) {
    this.stop = parts.open.onLaid(() => this.put());
  }

  /** This set-up belongs on the bench in front; null: none does. */
  async take(id: string | null): Promise<void> {
    if (id === this.id) return;
    this.id = id;
    this.waiting = [];
    if (id === null || this.parts.kept()?.id === id) return;
    const works = await this.parts.read(id);
    // Another one, or another step, meanwhile; or not to be had now: it is asked for again with the next view.
    if (this.id !== id) return;
    if (works === null) {
      this.id = null;
      return;
    }
    this.waiting = [...works];
    this.put();
  }

  close(): void {
    this.stop();
    this.id = null;
    this.waiting = [];
  }

  private put(): void {
    const { open } = this.parts;
    const { id } = this;
    if (id === null) return;
    const there = this.waiting.filter(({ name }) => open.has(name));
    if (there.length === 0) return;
    this.waiting = this.waiting.filter((work) => !there.includes(work));
    const stood = open.put(there);
    if (stood === null) return;
    const kept = this.parts.kept();
    const earlier = kept?.id === id ? (kept.before ?? []) : [];
    const names = new Set(earlier.map(({ name }) => name));
    this.parts.keep({ id, before: [...earlier, ...stood.filter(({ name }) => !names.has(name))] });
  }
}
