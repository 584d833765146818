import type { RunSummary } from '@/protocol/run';

/** The own runs: what the server lists, those of this page that it does not know (yet), and the current one. */
export class RunShelf {
  private server: readonly RunSummary[] = [];
  private readonly aside = new Map<string, RunSummary>();

  /** The server's list, which replaces the last one. */
  take(runs: readonly RunSummary[]): void {
    this.server = runs;
  }

  /** Keeps a run that left the bench. */
  putAside(run: RunSummary | null): void {
    if (run) this.aside.set(run.id, run);
  }

  /**
   * Newest first: what the server does not list yet in the order in which this page had it (its clock may have been set meanwhile), then
   * by the server's times. What this page knows of a run is newer than what the server said of it.
   */
  list(current: RunSummary | null): RunSummary[] {
    const listed = new Map(this.server.map((run) => [run.id, run]));
    const unlisted = new Map<string, RunSummary>();
    for (const own of [...this.aside.values(), ...(current ? [current] : [])]) {
      const known = listed.get(own.id);
      if (known) listed.set(own.id, merge(own, known));
      else unlisted.set(own.id, own);
    }
    return [
      ...[...unlisted.values()].reverse(),
      ...[...listed.values()].sort((a, b) => b.createdAt - a.createdAt),
    ];
  }
}

function merge(own: RunSummary, listed: RunSummary): RunSummary {
  return {
    ...own,
    createdAt: listed.createdAt,
    highWater: listed.highWater,
    pointCount: Math.max(own.pointCount, listed.pointCount),
    report: own.report ?? listed.report,
    verifiedAccuracy: best(own.verifiedAccuracy, listed.verifiedAccuracy),
  };
}

function best(one: number | null, other: number | null): number | null {
  return one === null ? other : other === null ? one : Math.max(one, other);
}
