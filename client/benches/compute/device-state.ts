import type { ComputeEvent } from '@/engine/compute/messages';
import {
  type BackendPresence,
  COMPUTE_BACKENDS,
  COMPUTE_TASKS,
  type ComputeBackend,
  type ComputeTask,
  type DeviceFigure,
  type Skipped,
} from '@/engine/compute/plan';
import {
  type DeviceSpeedUps,
  isPlausible,
  type Measurement as Report,
  speedUpsOf,
} from '@/protocol/measurement';

/** How far the measurement of this device has come, and all that it has found. */
export interface DeviceState {
  phase: 'idle' | 'measuring' | 'stopped' | 'finished' | 'failed';
  present: readonly BackendPresence[];
  now: { task: ComputeTask; backend: ComputeBackend } | null;
  figures: readonly DeviceFigure[];
  skipped: readonly Skipped[];
}

export const UNMEASURED: DeviceState = { phase: 'idle', present: [], now: null, figures: [], skipped: [] };
export const MEASURING: DeviceState = { ...UNMEASURED, phase: 'measuring' };

/** The state after one more event of the measuring worker. */
export function afterEvent(state: DeviceState, event: ComputeEvent): DeviceState {
  switch (event.type) {
    case 'present':
      return { ...state, present: event.backends };
    case 'measuring':
      return { ...state, now: { task: event.task, backend: event.backend } };
    case 'measured':
      return { ...state, figures: [...state.figures, event.measurement] };
    case 'skipped':
      return { ...state, skipped: [...state.skipped, event.skipped] };
    case 'finished':
      return { ...state, phase: 'finished', now: null };
    case 'failed':
      return { ...state, phase: 'failed', now: null };
  }
}

/** How much of it is done, 0 to 1. */
export function shareDone({ phase, present, figures, skipped }: DeviceState): number {
  if (phase === 'finished') return 1;
  const backends =
    present.length === 0 ? COMPUTE_BACKENDS.length : present.filter((one) => !one.absence).length;
  const sizes = Object.values(COMPUTE_TASKS).reduce((sum, task) => sum + task.sizes.length, 0);
  return Math.min(1, (figures.length + skipped.length) / (backends * sizes));
}

/** Whether the "graphics card" of this device is a program on the processor. */
export function isSoftware({ present }: Pick<DeviceState, 'present'>): boolean {
  const cards = present.filter(
    ({ backend, absence }) => !absence && (backend === 'webgl' || backend === 'webgpu'),
  );
  return cards.length > 0 && cards.every(({ software }) => software);
}

/** What goes to the class: medians alone. Figures whose result was wrong, or that no device can have, are left out: they measure nothing. */
export function reportOf(state: DeviceState): Report {
  return {
    software: isSoftware(state),
    figures: state.figures
      .filter(({ agrees, medianMs }) => agrees && medianMs > 0)
      .map(({ task, backend, size, medianMs }) => ({
        task,
        backend,
        size,
        ms: Math.min(600_000, Math.max(0.000_01, Number(medianMs.toPrecision(4)))),
      }))
      .filter(isPlausible),
  };
}

export function speedUpsOfState(state: DeviceState): DeviceSpeedUps {
  return speedUpsOf(reportOf(state));
}
