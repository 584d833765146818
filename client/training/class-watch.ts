import type { Bench } from './bench';
import { gateOf } from './class-gate';
import type { ClassPlace } from './class-link';
import type { Going } from './going';
import type { SnapshotCell } from './snapshot-cell';
import type { TrainingSnapshot } from './training';
import type { Turns } from './turns';

export interface ClassWatchMeans {
  /** Null: alone, where nobody holds anything. */
  place: ClassPlace | null;
  bench: Bench;
  cell: SnapshotCell<TrainingSnapshot>;
  going: Going;
  turns: Turns;
}

/** What the class asks of a training, whenever it says something: to stand still, to go on, to end at the race's limit. */
export class ClassWatch {
  private limit: number | null = null;

  constructor(private readonly means: ClassWatchMeans) {}

  /** Steps that the class's race allows, as was heard last: a training stands still there by itself. Null: as many as it has. */
  get until(): number | null {
    return this.limit;
  }

  /** Looks at what the class says now. */
  look(): void {
    const { place, cell, going } = this.means;
    const snapshot = place?.session.snapshot();
    if (!snapshot || going.isClosed) return;
    const gate = gateOf(snapshot.view);
    cell.change({ heldByTeacher: gate === 'held' });
    this.limitTo(snapshot.view?.class.race.limits.updates ?? null);
    // After a failed attempt to connect there is nothing to wait for.
    const isKnown = snapshot.view !== null || snapshot.connection !== 'connecting';
    going.happened({ type: 'class', gate, isKnown, isOnline: snapshot.connection === 'online' });
  }

  private limitTo(until: number | null): void {
    if (this.limit === until) return;
    this.limit = until;
    const { bench, turns } = this.means;
    void turns.take(async () => {
      if (bench.run?.state !== 'training') return;
      await bench.halt();
      await bench.train();
    });
  }
}
