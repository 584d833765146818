import type { Note } from './vitals';

/** Notes that are kept of a run, however long it is. */
const MOST = 64;

/** How a training has gone, thinned evenly over its length: each `stride`-th note is kept, the newest always. */
export class CaseHistory {
  private kept: Note[] = [];
  private newest: Note | null = null;
  private stride = 1;
  private seen = 0;

  /** One who goes back to an earlier step begins anew from there. */
  add(note: Note): void {
    if (this.newest && note.step <= this.newest.step) {
      if (note.step === this.newest.step && note.heldLoss === null) return;
      this.kept = this.kept.filter(({ step }) => step < note.step);
    }
    if (this.seen++ % this.stride === 0) {
      this.kept.push(note);
      if (this.kept.length >= MOST) {
        this.kept = this.kept.filter((_, i) => i % 2 === 0);
        this.stride *= 2;
      }
    }
    this.newest = note;
  }

  clear(): void {
    Object.assign(this, { kept: [], newest: null, stride: 1, seen: 0 });
  }

  /** Oldest first, the newest last. */
  get notes(): readonly Note[] {
    return this.newest === null || this.kept.at(-1) === this.newest ? this.kept : [...this.kept, this.newest];
  }
}
