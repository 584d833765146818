import { SerialQueue } from '@/base/serial-queue';
import { downloadAgain } from '@/engine/download/download';
import { readWeights } from '@/engine/verify/check-weights';
import type { ValidationAnswers } from '@/engine/worker/messages';
import type { TrainerClient } from '@/engine/worker/trainer-client';
import { checkpointWeightsPath } from '@/protocol/checkpoint-paths';
import type { NamedPictureRun } from './compared-run';

/** A run of which weights are kept. */
export type AskedRun = Pick<NamedPictureRun, 'classId' | 'run'> & { weightsAt: number };

type Means = Pick<TrainerClient, 'begin' | 'predict' | 'validationAnswers' | 'samples' | 'dispose'>;

/**
 * The networks of several runs, built one after another in the worker from the weights that are kept, and asked the same. Nothing is trained.
 * What is asked waits for what was asked before.
 */
export class AskedNetworks {
  private readonly turns = new SerialQueue();
  private readonly weights = new Map<string, Promise<Float32Array>>();

  constructor(
    private readonly runs: readonly AskedRun[],
    private readonly trainer: Means,
    private readonly fetchWeights: (run: AskedRun) => Promise<Float32Array> = weightsOf,
  ) {}

  /**
   * What each answers to the validation pictures. Rejects where weights or pictures do not come.
   * @param onProgress how many have answered
   */
  async readValidation(onProgress: (count: number) => void): Promise<ValidationAnswers[]> {
    let count = 0;
    return this.each(async () => {
      const answers = await this.trainer.validationAnswers();
      count += 1;
      onProgress(count);
      return answers;
    });
  }

  /** What each answers to one picture. */
  read(pixels: Uint8Array): Promise<number[][]> {
    return this.each(() => this.trainer.predict(pixels));
  }

  /** One validation picture. */
  async picture(index: number): Promise<Uint8Array> {
    const { dataset } = this.runs[0]!.run.experiment;
    return (await this.trainer.samples(dataset, 'validation', index, 1)).pixels;
  }

  dispose(): void {
    this.trainer.dispose();
  }

  private each<Answer>(question: () => Promise<Answer>): Promise<Answer[]> {
    return this.turns.run(async () => {
      const answers: Answer[] = [];
      for (const run of this.runs) {
        const weights = await this.weightsOnce(run);
        // No optimiser: nothing is trained, so nothing of its state is needed.
        const experiment = { ...run.run.experiment, optimizer: 'sgd' as const };
        const checkpoint = { step: run.weightsAt, seconds: 0, weights, slots: new Float32Array(0) };
        await this.trainer.begin(experiment, { checkpoint, emitAfterStep: run.weightsAt });
        answers.push(await question());
      }
      return answers;
    });
  }

  private weightsOnce(run: AskedRun): Promise<Float32Array> {
    const known = this.weights.get(run.run.id);
    if (known) return known;
    const coming = this.fetchWeights(run);
    this.weights.set(run.run.id, coming);
    // What did not come may come the next time.
    coming.catch(() => this.weights.delete(run.run.id));
    return coming;
  }
}

/** @throws Error where they do not come, or are not those of the run's network */
async function weightsOf({ classId, run, weightsAt }: AskedRun): Promise<Float32Array> {
  const answer = await downloadAgain(checkpointWeightsPath(classId, run.id, weightsAt));
  const weights = readWeights(run.experiment, new Uint8Array(await answer.arrayBuffer()));
  if (typeof weights === 'string') throw new Error(weights);
  return weights;
}
