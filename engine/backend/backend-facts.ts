import type { Backend } from '@/protocol/experiment-choices';

/** What a training runs on, for show. */
export interface BackendFacts {
  backend: Backend;
  /** The graphics card by its own name; null where there is none or the browser does not tell. */
  renderer: string | null;
  /** WebGL without a graphics card: slow. */
  software: boolean;
  /** `chosen`: by the student; `default`: a real GPU or the only one there is; `measured`: by calibration; `remembered`: by an earlier one; `recovered`: after a failure of another. */
  why: 'chosen' | 'default' | 'measured' | 'remembered' | 'recovered';
  /** Milliseconds a step in the calibration, where one was made. */
  measured: { backend: Backend; stepMs: number }[];
}
