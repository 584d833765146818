import type { Experiment } from '@/protocol/experiment';
import type { Bench } from './bench';
import { BenchRun } from './bench-run';
import type { BenchStorage } from './bench-storage';
import type { SnapshotCell } from './snapshot-cell';
import type { BenchTraining, TrainingSnapshot } from './training';
import type { Turns } from './turns';

export interface HandedNetworksMeans {
  bench: Bench;
  cell: SnapshotCell<TrainingSnapshot>;
  turns: Turns;
  storage: Pick<BenchStorage, 'load' | 'save'>;
  /** Under which the run on the bench is kept. */
  key: string;
  now: () => number;
  /** What the tab is called. */
  tab: string;
  /** Lays a run on the bench that stands by itself. @param draft null: the run's own settings @param old what stood there */
  lay(run: BenchRun, draft: Experiment | null, old: BenchRun | null): Promise<void>;
}

/** Networks that somebody hands, in place of the run on the bench, which is put by and can be taken back. */
export class HandedNetworks implements Pick<BenchTraining, 'takeNetwork' | 'takeBack'> {
  constructor(private readonly means: HandedNetworksMeans) {}

  /** Under which the run is kept that was put by. */
  private get putByKey(): string {
    return `${this.means.key}:put-by`;
  }

  readonly takeNetwork: BenchTraining['takeNetwork'] = ({ experiment, weights, from }) => {
    const { bench, turns, storage, now, tab, lay } = this.means;
    void turns.take(async () => {
      const old = await bench.leave('by');
      if (old && !old.taken && hasWork(old))
        await storage.save(this.putByKey, old.toSaved(now(), false, tab));
      const run = new BenchRun(experiment, undefined, now());
      run.checkpoint = { step: 0, seconds: 0, weights, slots: new Float32Array(0) };
      run.continues = from;
      await lay(run, null, old);
    });
  };

  readonly takeBack: BenchTraining['takeBack'] = ({ runId, seed }) => {
    const { bench, cell, turns, storage, now, lay } = this.means;
    void turns.take(async () => {
      const saved = runId === null ? null : await storage.load(this.putByKey);
      const old = await bench.leave('aside');
      const draft = { ...cell.get().draft, seed };
      if (saved?.runId === runId) await lay(BenchRun.restore(saved), draft, old);
      else await lay(new BenchRun(draft, undefined, now()), draft, old);
    });
  };
}

/** Whether anything of a run would be lost with it: its seed gives its start, unless it began with other weights. */
export const hasWork = ({ state, continues }: BenchRun) => state !== 'ready' || continues !== undefined;
