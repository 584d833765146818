import type { OpenWork } from '@/client/benches/frame/open-work';
import { shareOfRows } from '@/client/benches/frame/share-of-rows';
import type { Work } from '@/protocol/bench-work';
import type { KeptHanded } from './kept-handed';

export interface ReadSetUp {
  works: readonly Work[];
  /** Something that goes along did not come: the piece that names it is left out. */
  missing?: boolean;
}

interface Parts {
  open: OpenWork;
  /** What is in a set-up, with what goes along; null: it is not there, or does not come. */
  read(id: string): Promise<ReadSetUp | null>;
  kept(): KeptHanded | null;
  keep(kept: KeptHanded): void;
}

/**
 * Puts what a teacher has handed on the bench, once: pieces that the bench does not show yet (another part is in front, its code is
 * still coming) wait until it does, as long as the step is in front.
 */
export class HandedPut {
  private waiting: Work[] = [];
  private missing = false;
  private id: string | null = null;
  private soon = false;
  private readonly stop: () => void;

  constructor(private readonly parts: Parts) {
    this.stop = parts.open.onLaid(() => this.putSoon());
  }

  /** This set-up belongs on the bench in front; null: none does. */
  async take(id: string | null): Promise<void> {
    if (id === this.id) return;
    this.id = id;
    this.waiting = [];
    if (id === null || this.parts.kept()?.id === id) return;
    await this.fetch(id, () => true);
  }

  /** Fetches once more what did not come. */
  async again(): Promise<void> {
    const { id } = this;
    const kept = this.parts.kept();
    if (id === null || kept?.id !== id || kept.before === null) return;
    const there = new Set(kept.before.map(({ name }) => name));
    await this.fetch(id, ({ name }) => !there.has(name));
  }

  private async fetch(id: string, isWanted: (work: Work) => boolean): Promise<void> {
    const read = await this.parts.read(id);
    // Another one, or another step, meanwhile; or not to be had now: it is asked for again with the next view.
    if (this.id !== id) return;
    if (read === null) {
      this.id = null;
      return;
    }
    this.missing = read.missing ?? false;
    this.waiting = read.works.filter(isWanted);
    this.put();
  }

  close(): void {
    this.stop();
    this.id = null;
    this.waiting = [];
  }

  /** A bench lays its pieces one after another, and what stood on it is to be read before any is put. */
  private putSoon(): void {
    if (this.soon) return;
    this.soon = true;
    queueMicrotask(() => {
      this.soon = false;
      this.put();
    });
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
    const share = shareOfRows(there) ?? (kept?.id === id ? kept.rows : null);
    this.parts.keep({
      id,
      before: [...earlier, ...stood.filter(({ name }) => !names.has(name))],
      ...(this.missing && { missing: true }),
      ...(share && { rows: share }),
    });
  }
}
