import { COMPUTE_BACKENDS, COMPUTE_TASKS, type DeviceFigure } from '@/engine/compute/plan';
import type { DeviceState } from './device-state';

const PHASES = ['stopped', 'finished', 'failed'] as const;
const ABSENCES = ['not-here', 'failed'] as const;

/** Reads a measurement that the browser kept; null where it is none. What was under way when the page went counts as stopped. */
export function acceptDevice(kept: unknown): DeviceState | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { phase, present, figures, skipped } = kept as Partial<DeviceState>;
  if (!Array.isArray(present) || !Array.isArray(figures) || !Array.isArray(skipped)) return null;
  return {
    phase: PHASES.find((one) => one === phase) ?? 'stopped',
    present: present.slice(0, COMPUTE_BACKENDS.length).flatMap((one) => {
      const backend = COMPUTE_BACKENDS.find((id) => id === one?.backend);
      if (!backend) return [];
      return [
        {
          backend,
          absence: ABSENCES.find((id) => id === one.absence) ?? null,
          renderer: typeof one.renderer === 'string' ? one.renderer.slice(0, 200) : null,
          software: one.software === true,
        },
      ];
    }),
    now: null,
    figures: figures.slice(0, 100).flatMap((one) => (isFigure(one) ? [one] : [])),
    skipped: skipped.slice(0, 100).flatMap((one) => (isPlace(one) ? [one] : [])),
  };
}

function isPlace(one: DeviceFigure | undefined): boolean {
  if (typeof one !== 'object' || one === null) return false;
  const task = Object.hasOwn(COMPUTE_TASKS, one.task) ? COMPUTE_TASKS[one.task] : null;
  return (
    task !== null &&
    (task.sizes as readonly number[]).includes(one.size) &&
    COMPUTE_BACKENDS.some((id) => id === one.backend)
  );
}

function isFigure(one: DeviceFigure | undefined): one is DeviceFigure {
  if (one === undefined || !isPlace(one)) return false;
  const { firstMs, medianMs, rounds, agrees } = one;
  return (
    Number.isFinite(firstMs) &&
    Number.isFinite(medianMs) &&
    medianMs > 0 &&
    Number.isInteger(rounds) &&
    typeof agrees === 'boolean'
  );
}
