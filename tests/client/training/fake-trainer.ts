import type { Trainer } from '@/client/training/trainer';
import type { BackendFacts } from '@/engine/backend/backend-facts';
import type { Progress } from '@/engine/digits/picture-store';
import type { EngineErrorCode } from '@/engine/engine-error';
import { EngineError } from '@/engine/engine-error';
import type { Checkpoint } from '@/engine/training/checkpoint';
import { stepsPerEpoch, totalSteps } from '@/engine/training/schedule';
import type { CheckCount, Report, RoundAnswer } from '@/engine/worker/messages';
import type { ClientEvent } from '@/engine/worker/trainer-client';
import type { DatasetId, DatasetPart } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import type { Backend } from '@/protocol/experiment-choices';
import { countWeights } from '@/protocol/weight-shapes';
import { point } from '@/tests/client/live/run-pieces';

const PROGRESS: Progress = { bytes: 1, totalBytes: 1, examples: 1_000, totalExamples: 12_000 };
const REPORT: Report = {
  step: 0,
  seconds: 3,
  loss: 0.5,
  accuracy: 0.9,
  examples: 10,
  confusion: [[1]],
  classAccuracy: [1],
  mistakes: [],
};

/** A trainer whose steps the test takes: tells what the real one tells, in the same order. */
export class FakeTrainer implements Trainer {
  readonly begun: {
    experiment: Experiment;
    checkpoint: Checkpoint | null;
    emitAfterStep: number;
    backend: string;
  }[] = [];
  step_ = 0;
  training = false;
  ended = false;
  /** Rejects the next load or begin with this. */
  failNext: EngineErrorCode | null = null;
  private readonly listeners = new Set<(event: ClientEvent) => void>();

  subscribe(listener: (event: ClientEvent) => void) {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  async load() {
    this.failIfAsked();
    return PROGRESS;
  }

  async prepare() {}

  async begin(
    experiment: Experiment,
    options: { backend: Backend | 'auto'; checkpoint?: Checkpoint | null; emitAfterStep?: number },
  ) {
    this.failIfAsked();
    const { backend, checkpoint = null, emitAfterStep = -1 } = options;
    this.begun.push({ experiment, checkpoint, emitAfterStep, backend });
    this.step_ = checkpoint?.step ?? 0;
    this.training = false;
    this.ended = false;
    const facts: BackendFacts = {
      backend: backend === 'auto' ? 'wasm' : backend,
      renderer: null,
      software: false,
      why: 'default',
      measured: [],
    };
    this.tell({ type: 'backend', run: 1, facts });
    this.tellState('ready');
    return {
      backend: facts,
      step: this.step_,
      totalSteps: totalSteps(experiment),
      stepsPerEpoch: stepsPerEpoch(experiment),
      weightCount: countWeights(experiment),
    };
  }

  /** Where it was told to stand still each time. */
  readonly untils: (number | null)[] = [];

  async train(until: number | null = null) {
    if (this.ended) return;
    this.untils.push(until);
    this.training = true;
    this.tellState('training');
  }

  private stopped = false;

  async pause() {
    this.stopped = true;
    if (!this.training) return;
    this.training = false;
    this.keep();
    this.tellState('paused');
  }

  async step() {
    await this.pause();
    return this.walk(1)!;
  }

  /** Steps that were asked for by `reach`; where a test sets it, what holds it up on the way. */
  readonly reached: number[] = [];
  onTheWay: (step: number) => Promise<void> = async () => {};

  async reach(step: number) {
    this.reached.push(step);
    this.stopped = false;
    await this.onTheWay(step);
    // Halfway, where it was stopped on the way.
    this.step_ = this.stopped ? Math.floor((this.step_ + step) / 2) : step;
    const weights = new Float32Array([this.step_]);
    return { step: this.step_, seconds: 0, weights, slots: new Float32Array() };
  }

  async report() {
    return { ...REPORT, step: this.step_ };
  }

  /** What a check finds right; rejects or is null where a test says so. */
  checked: () => Promise<CheckCount | null> = async () => ({ right: 850, pictures: 1_000, milliseconds: 40 });

  check() {
    return this.checked();
  }

  async pictureGradient(): Promise<Float32Array> {
    return new Float32Array([this.step_]);
  }

  async learnRound(): Promise<RoundAnswer> {
    return { weights: new Float32Array([this.step_]), milliseconds: 1 };
  }

  async weights() {
    return { step: this.step_, weights: new Float32Array([this.step_]) };
  }

  async examine() {
    return [];
  }

  async firstLayer() {
    return { kind: 'dense', size: 28, count: 0, of: 0, values: new Float32Array(), largest: 0 } as const;
  }

  async predict() {
    return Array.from({ length: 10 }, () => 0.1);
  }

  async samples(_: DatasetId, part: DatasetPart, start: number, count: number) {
    return { part, start, count, pixels: new Uint8Array(), labels: new Uint8Array() };
  }

  dispose() {
    this.listeners.clear();
  }

  /** Takes steps, one point each; comes to an end by itself. */
  walk(steps: number) {
    const { experiment, emitAfterStep } = this.begun.at(-1)!;
    let last = null;
    for (let i = 0; i < steps && !this.ended; i += 1) {
      this.step_ += 1;
      last = point(this.step_);
      if (this.step_ > emitAfterStep) this.tell({ type: 'point', run: 1, point: last });
      if (this.step_ >= totalSteps(experiment)) this.finish('finished');
    }
    return last;
  }

  finish(state: 'finished' | 'diverged') {
    this.training = false;
    this.ended = true;
    if (state === 'finished') this.keep();
    this.tellState(state);
  }

  /** The checkpoint that comes every few seconds. */
  keep() {
    const checkpoint = {
      step: this.step_,
      seconds: 1,
      weights: new Float32Array([this.step_]),
      slots: new Float32Array(),
    };
    this.tell({ type: 'checkpoint', run: 1, checkpoint });
  }

  tell(event: ClientEvent) {
    for (const listener of [...this.listeners]) listener(event);
  }

  private tellState(state: 'ready' | 'training' | 'paused' | 'finished' | 'diverged') {
    this.tell({ type: 'state', run: 1, state, step: this.step_ });
  }

  private failIfAsked() {
    const code = this.failNext;
    this.failNext = null;
    if (code) throw new EngineError(code, 'asked for');
  }
}
