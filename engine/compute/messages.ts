import type { BackendPresence, ComputeBackend, ComputeTask, DeviceFigure, Skipped } from './plan';

/** Page to worker: one measurement a worker; to stop it, end the worker. */
export interface ComputeOrder {
  tasks: readonly ComputeTask[];
  backends: readonly ComputeBackend[];
  /** Absolute address of the folder with the .wasm files. */
  wasmUrl: string;
}

/** Worker to page. */
export type ComputeEvent =
  /** Which backends there are; before the first figure. */
  | { type: 'present'; backends: BackendPresence[] }
  /** What is measured now. */
  | { type: 'measuring'; task: ComputeTask; backend: ComputeBackend }
  | { type: 'measured'; measurement: DeviceFigure }
  | { type: 'skipped'; skipped: Skipped }
  | { type: 'finished' }
  /** Nothing more will come: the worker met an error that nobody foresaw, or the graphics card took its context away. */
  | { type: 'failed'; code: 'context-lost' | 'worker-failed'; detail: string };
