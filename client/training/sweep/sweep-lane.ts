import { SerialQueue } from '@/base/serial-queue';
import { Bench } from '@/client/training/bench';
import type { BenchRun } from '@/client/training/bench-run';
import { engineErrorCode, type Trainer } from '@/client/training/trainer';
import type { EngineErrorCode } from '@/engine/engine-error';
import type { Experiment } from '@/protocol/experiment';
import type { Backend } from '@/protocol/experiment-choices';

/** A run of a sweep is not taken up by the next page: it takes seconds, and begins again as quickly. */
const KEPT_NOWHERE = { save: async () => {}, clear: async () => {} };

/** How a training of a sweep came to its end. */
export type LaneOutcome = { run: BenchRun } | { failed: EngineErrorCode };

/** One worker of a sweep: trains experiment after experiment on a bench of its own, each from its seed to its end. */
export class SweepLane {
  private readonly bench: Bench;
  private readonly turns = new SerialQueue();
  private readonly stop: () => void;
  private settle: ((outcome: LaneOutcome) => void) | null = null;
  private held = false;

  /** @param progressed told when there is more to draw of the run under way */
  constructor(
    readonly trainer: Trainer,
    progressed: () => void,
  ) {
    this.bench = new Bench({
      trainer,
      storage: KEPT_NOWHERE,
      key: '',
      // Of the calendar: it says when a run began.
      now: Date.now,
      tab: '',
      goesOn: () => false,
      // Recorded once it is over: what was stopped in the middle leaves nothing half.
      sink: () => null,
      // Any moment of it can be computed again from its seed.
      keeper: () => null,
      tell: (news) => {
        if (news.type === 'ended') this.settle?.({ run: news.run });
        else progressed();
      },
      inTurn: (act) => this.turns.run(act),
    });
    this.stop = trainer.subscribe((event) => {
      if (event.type === 'error') this.settle?.({ failed: event.code });
      else this.bench.heard(event);
    });
  }

  /** Share of its steps that the run under way has done. */
  get share(): number {
    const { run } = this.bench;
    return run?.begun ? Math.max(0, run.series.lastStep) / run.begun.totalSteps : 0;
  }

  /** Trains it to its end; while the lane is held it stands. */
  train(experiment: Experiment, backend: Backend | 'auto'): Promise<LaneOutcome> {
    return new Promise((resolve) => {
      this.settle = resolve;
      void this.begin(experiment, backend).catch((error: unknown) =>
        resolve({ failed: engineErrorCode(error) }),
      );
    });
  }

  private async begin(experiment: Experiment, backend: Backend | 'auto'): Promise<void> {
    await this.bench.replace(experiment);
    await this.bench.begin(backend, () => {});
    if (!this.held) await this.bench.train();
  }

  /** Stands still until it goes on. */
  hold(): void {
    this.held = true;
    this.bench.halt().catch(() => undefined);
  }

  goOn(): void {
    this.held = false;
    const { run } = this.bench;
    if (run?.begun && !run.hasEnded) this.bench.train().catch(() => undefined);
  }

  /** Leaves what is under way, and ends the worker. */
  dispose(): void {
    this.settle = null;
    this.stop();
    this.trainer.dispose();
  }
}
