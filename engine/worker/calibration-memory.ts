import type { Experiment } from '@/protocol/experiment';
import { BACKENDS, type Backend } from '@/protocol/experiment-choices';
import { countWeights } from '@/protocol/weight-shapes';

/** Remembers on this device which backend was fastest for an experiment's kind and size, so that it is measured only once. */
export interface CalibrationMemory {
  get(size: string): Backend | null;
  set(size: string, backend: Backend): void;
}

/** Experiments of the same kind whose steps are about as much work: weights × pictures within a factor of eight. A graphics card wins the large ones first. */
export function workOf(experiment: Experiment): string {
  const work = countWeights(experiment) * experiment.batchSize;
  return `${experiment.network.kind}-${Math.round(Math.log2(work) / 3)}`;
}

/** With a number: what was remembered before WebGPU was measured says nothing about it. */
const KEY = 'perceptroom.fastest-backend.3.';

/** In the browser's local storage; without one (private windows may refuse) nothing is remembered. */
export const storedCalibration: CalibrationMemory = {
  get(size) {
    try {
      const value = localStorage.getItem(KEY + size);
      return BACKENDS.find((backend) => backend === value) ?? null;
    } catch {
      return null;
    }
  },
  set(size, backend) {
    try {
      localStorage.setItem(KEY + size, backend);
    } catch {
      // Measured again next time.
    }
  },
};
