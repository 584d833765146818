import type { DatasetPart } from '@/protocol/datasets';
import type { Bench } from './bench';
import type { SnapshotCell } from './snapshot-cell';
import type { Trainer } from './trainer';
import type { BenchTraining, TrainingSnapshot } from './training';
import type { Turns } from './turns';

export interface NetworkQuestionsMeans {
  trainer: Trainer;
  bench: Bench;
  cell: SnapshotCell<TrainingSnapshot>;
  turns: Turns;
  /** Has a network made, where nobody has wanted one yet. */
  prepare(): void;
  /** Something to draw is another. */
  show(): void;
}

type Questions = Pick<BenchTraining, 'report' | 'examine' | 'firstLayer' | 'weights' | 'predict' | 'samples'>;

/** What may be asked of the network as it stands, and of its pictures; null where there is no answer. */
export class NetworkQuestions implements Questions {
  constructor(private readonly means: NetworkQuestionsMeans) {}

  readonly report: Questions['report'] = async () => {
    const { bench, trainer, show } = this.means;
    const { run } = bench;
    if (!run?.begun) return null;
    const report = await trainer.report().catch(() => null);
    if (report && run === bench.run) {
      run.report = report;
      show();
    }
    return report;
  };

  readonly examine: Questions['examine'] = () => this.ask((trainer) => trainer.examine());

  readonly firstLayer: Questions['firstLayer'] = (most) => this.ask((trainer) => trainer.firstLayer(most));

  readonly weights: Questions['weights'] = () => this.ask((trainer) => trainer.weights());

  readonly predict: Questions['predict'] = (pixels) => this.ask((trainer) => trainer.predict(pixels));

  readonly samples: Questions['samples'] = (part: DatasetPart, start, count) => {
    const { draft, current } = this.means.cell.get();
    return this.means.trainer
      .samples(draft.dataset, part, start, count, current?.experiment ?? draft)
      .catch(() => null);
  };

  private async ask<Answer>(question: (trainer: Trainer) => Promise<Answer>): Promise<Answer | null> {
    return (await this.stands()) ? await question(this.means.trainer).catch(() => null) : null;
  }

  /** Whether a network can be asked; waits for one that is being made ready, and has it made where nobody has yet. */
  private async stands(): Promise<boolean> {
    const { bench, turns, prepare } = this.means;
    if (bench.run?.begun) return true;
    prepare();
    await turns.take(async () => {});
    return Boolean(bench.run?.begun);
  }
}
