import type { BackendPresence, ComputeBackend, ComputeTask, DeviceFigure, Skipped } from './plan';

/** What the page asks of the worker that measures, over their line (base/line): one measurement a worker. */
export interface ComputeRequests {
  /** Answered when all is measured; every figure is told as it comes. */
  measure: { input: ComputeOrder; answer: null };
  /** As long as this waits for its answer, the measurement stands between two figures; cancelling it lets it go on. */
  hold: { input: null; answer: null };
}

export interface ComputeOrder {
  tasks: readonly ComputeTask[];
  backends: readonly ComputeBackend[];
  /** Absolute address of the folder with the .wasm files. */
  wasmUrl: string;
  /** Only these sizes, however slow; left out: all of each task that fit the time. */
  sizes?: readonly number[];
}

/** What the worker tells unasked. */
export type ComputeNews =
  /** Which backends there are; before the first figure. */
  | { type: 'present'; backends: BackendPresence[] }
  /** What is measured now. */
  | { type: 'measuring'; task: ComputeTask; backend: ComputeBackend }
  | { type: 'measured'; measurement: DeviceFigure }
  | { type: 'skipped'; skipped: Skipped };

/** Why nothing more will come: the worker met an error that nobody foresaw, or the graphics card took its context away. */
export interface ComputeFailure {
  code: 'context-lost' | 'worker-failed';
  detail: string;
}

/** What the page hears of a measurement. */
export type ComputeEvent = ComputeNews | { type: 'finished' } | ({ type: 'failed' } & ComputeFailure);
