import type { PictureRun, RunSummary } from '@/protocol/run';
import { trainsPictures } from '@/protocol/run-kind';

/** The own runs on pictures: what the server lists, those of this page that it does not know (yet), and the current one. */
export class RunShelf {
  private server: readonly PictureRun[] = [];
  private readonly aside = new Map<string, PictureRun>();

  /** The server's list, which replaces the last one. */
  take(runs: readonly RunSummary[]): void {
    this.server = runs.filter(trainsPictures);
  }

  /** Keeps a run that left the bench. */
  putAside(run: PictureRun | null): void {
    if (run) this.aside.set(run.id, run);
  }

  /**
   * Newest first: what the server does not list yet in the order in which this page had it (its clock may have been set meanwhile), then
   * by the server's times. What this page knows of a run is newer than what the server said of it.
   */
  list(current: PictureRun | null): PictureRun[] {
    const listed = new Map(this.server.map((run) => [run.id, run]));
    const unlisted = new Map<string, PictureRun>();
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

function merge(own: PictureRun, listed: PictureRun): PictureRun {
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
