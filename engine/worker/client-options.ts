import type { Port } from '@/base/line/port';
import type { Checkpoint } from '@/engine/training/checkpoint';
import { DATASETS_URL } from '@/protocol/datasets';
import type { Backend } from '@/protocol/experiment-choices';
import { type CalibrationMemory, storedCalibration } from './calibration-memory';
import { startWorker } from './start-worker';

export interface ClientOptions {
  /** Folder of the data sets' folders; relative to the page. */
  dataUrl?: string;
  /** Folder of the .wasm files; relative to the page. */
  wasmUrl?: string;
  startWorker?: () => Port;
  memory?: CalibrationMemory;
  /** A worker that is asked and says nothing for so long is dead. */
  watchdogMs?: number;
}

export interface BeginOptions {
  backend?: Backend | 'auto';
  checkpoint?: Checkpoint | null;
  /** Points up to this step are known already and are not told again. */
  emitAfterStep?: number;
}

export const withDefaults = (options: ClientOptions): Required<ClientOptions> => ({
  dataUrl: DATASETS_URL,
  wasmUrl: '/wasm/',
  startWorker,
  memory: storedCalibration,
  watchdogMs: 45_000,
  ...options,
});

/** Outside a page (tests, simulated students) addresses are absolute already. */
export const absolute = (url: string) =>
  typeof location === 'undefined' ? url : new URL(url, location.href).href;
