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

  /** Newest first. What this page knows of a run is newer than what the server said of it. */
  list(current: RunSummary | null): RunSummary[] {
    const all = new Map(this.server.map((run) => [run.id, run]));
    for (const own of [...this.aside.values(), ...(current ? [current] : [])]) {
      const listed = all.get(own.id);
      all.set(own.id, listed ? merge(own, listed) : own);
    }
    return [...all.values()].sort((a, b) => b.createdAt - a.createdAt);
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
