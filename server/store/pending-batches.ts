import type { StoredBatch } from './append-request';

interface PendingRun {
  /** The row of the journal with the first of its batches. */
  row: number;
  /** When that came, on the clock of whoever adds. */
  since: number;
  /** In their order. */
  batches: StoredBatch[];
}

/** What stands in the journal alone, by runs. Pure: of rows it knows the numbers, and no clock. */
export class PendingBatches {
  /** The one that has waited longest comes first. */
  private readonly runs = new Map<string, PendingRun>();
  private newestRow = 0;

  /** What a row of the journal holds, the newest so far. */
  add(row: number, batches: readonly StoredBatch[], since: number): void {
    this.newestRow = row;
    for (const batch of batches) {
      const run = this.runs.get(batch.runId);
      if (run) run.batches.push(batch);
      else this.runs.set(batch.runId, { row, since, batches: [batch] });
    }
  }

  /** The batches of a run, in their order. */
  of(runId: string): readonly StoredBatch[] {
    return this.runs.get(runId)?.batches ?? [];
  }

  get isEmpty(): boolean {
    return this.runs.size === 0;
  }

  /** The first and the last row that the journal has if nobody else wrote into it; null: it is empty. */
  get rows(): { first: number; last: number } | null {
    for (const { row } of this.runs.values()) return { first: row, last: this.newestRow };
    return null;
  }

  /** All runs, the one that has waited longest first. */
  get ids(): string[] {
    return [...this.runs.keys()];
  }

  /** The runs that have waited longest: this share of all, rounded down, and whoever has waited since then or longer. */
  longestWaiting(share: number, since: number): string[] {
    const most = Math.floor(this.runs.size * share);
    const ids: string[] = [];
    for (const [id, run] of this.runs) {
      if (ids.length >= most && run.since > since) break;
      ids.push(id);
    }
    return ids;
  }

  /** Rows of the journal before this one are needed no more once these runs are folded. */
  neededFrom(folded: ReadonlySet<string>): number {
    for (const [id, { row }] of this.runs) if (!folded.has(id)) return row;
    return this.newestRow + 1;
  }

  /** These runs have been folded. */
  remove(ids: Iterable<string>): void {
    for (const id of ids) this.runs.delete(id);
  }
}
