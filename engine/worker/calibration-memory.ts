import { BACKENDS, type Backend, type Network } from '@/protocol/experiment';

/** Remembers on this device which backend was fastest for a kind of network, so that it is measured only once. */
export interface CalibrationMemory {
  get(kind: Network['kind']): Backend | null;
  set(kind: Network['kind'], backend: Backend): void;
}

const KEY = 'perceptroom.fastest-backend.';

/** In the browser's local storage; without one (private windows may refuse) nothing is remembered. */
export const storedCalibration: CalibrationMemory = {
  get(kind) {
    try {
      const value = localStorage.getItem(KEY + kind);
      return BACKENDS.find((backend) => backend === value) ?? null;
    } catch {
      return null;
    }
  },
  set(kind, backend) {
    try {
      localStorage.setItem(KEY + kind, backend);
    } catch {
      // Measured again next time.
    }
  },
};
