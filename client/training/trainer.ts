import type { Progress } from '@/engine/digits/picture-store';
import { ENGINE_ERRORS, type EngineErrorCode } from '@/engine/engine-error';
import type { DeviceRound } from '@/engine/together/device-round';
import type { PictureToLearn } from '@/engine/together/picture-gradient';
import type { Checkpoint } from '@/engine/training/checkpoint';
import type { Begun, CheckCount, FirstLayer, Report, RoundAnswer, Samples } from '@/engine/worker/messages';
import type { ClientEvent } from '@/engine/worker/trainer-client';
import type { DatasetId, DatasetPart } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import type { Backend } from '@/protocol/experiment-choices';
import type { Finding } from '@/protocol/finding';
import type { Point } from '@/protocol/run';

/** What a training session needs of the worker's client (engine/worker/trainer-client.ts). Rejections carry a `code`. */
export interface Trainer {
  subscribe(listener: (event: ClientEvent) => void): () => void;
  load(dataset: DatasetId): Promise<Progress>;
  prepare(dataset: DatasetId): Promise<void>;
  begin(
    experiment: Experiment,
    options: { backend: Backend | 'auto'; checkpoint?: Checkpoint | null; emitAfterStep?: number },
  ): Promise<Begun>;
  train(until?: number | null): Promise<unknown>;
  pause(): Promise<unknown>;
  step(): Promise<Point>;
  reach(step: number): Promise<Checkpoint>;
  report(): Promise<Report>;
  check(): Promise<CheckCount | null>;
  pictureGradient(picture: PictureToLearn): Promise<Float32Array>;
  learnRound(round: DeviceRound): Promise<RoundAnswer>;
  weights(): Promise<{ step: number; weights: Float32Array }>;
  examine(): Promise<readonly Finding[]>;
  firstLayer(most: number): Promise<FirstLayer>;
  predict(pixels: Uint8Array): Promise<number[]>;
  samples(
    dataset: DatasetId,
    part: DatasetPart,
    start: number,
    count: number,
    ruled?: Pick<Experiment, 'data' | 'seed'>,
  ): Promise<Samples>;
  dispose(): void;
}

/** Why a trainer's promise was rejected. */
export function engineErrorCode(error: unknown): EngineErrorCode {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return ENGINE_ERRORS.find((known) => known === code) ?? 'worker-failed';
}
