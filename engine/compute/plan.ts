import {
  MEASURED_BACKENDS,
  MEASURED_TASKS,
  type MeasuredBackend,
  type MeasuredTask,
} from '@/protocol/measurement';

/** What lesson 10 measures. A new task, or backend, is one more row there and a runner here. */
export const COMPUTE_TASKS = MEASURED_TASKS;
export type ComputeTask = MeasuredTask;

export const COMPUTE_BACKENDS = MEASURED_BACKENDS;
export type ComputeBackend = MeasuredBackend;

/** Why a backend cannot be measured here; closed. */
type Absence =
  /** The browser has none (WebGPU also needs a secure context, which a school's plain http is not). */
  | 'not-here'
  /** It did not start. */
  | 'failed';

export interface BackendPresence {
  backend: ComputeBackend;
  absence: Absence | null;
  /** The graphics card by its own name, where there is one and the browser tells. */
  renderer: string | null;
  /** "Graphics card" that is a program on the processor: no GPU is being measured. */
  software: boolean;
}

/** One figure. */
export interface DeviceFigure {
  task: ComputeTask;
  backend: ComputeBackend;
  size: number;
  /** The first time, with compiling and allocating: told apart, and in no median. */
  firstMs: number;
  /** Median of the rounds, for one product or step. */
  medianMs: number;
  /** Rounds that the median is of. */
  rounds: number;
  /** Its result agrees with plain JavaScript's to float32's precision. */
  agrees: boolean;
}

/** A size that was left out: bigger than what fits the time, or it failed. */
export interface Skipped {
  task: ComputeTask;
  backend: ComputeBackend;
  size: number;
  why: 'too-slow' | 'failed';
}

/** How many times as fast as plain JavaScript; below 1 it is slower. Null where one of both is missing. */
export function speedUp(
  measured: readonly DeviceFigure[],
  task: ComputeTask,
  backend: ComputeBackend,
  size: number,
): number | null {
  const of = (wanted: ComputeBackend) =>
    measured.find((each) => each.task === task && each.size === size && each.backend === wanted);
  const [plain, other] = [of('javascript'), of(backend)];
  return plain && other ? plain.medianMs / other.medianMs : null;
}
