import {
  type ClassDevices,
  DEVICES_SHOWN,
  DEVICES_SHOWN_TO_STUDENTS,
  type DeviceSpeedUps,
  type Measurement,
  speedUpsOf,
} from '@/protocol/measurement';
import { refuse } from '@/protocol/refusals';
import type { Decision } from './decision';
import { type DeviceMeasurement, keep } from './kept';
import { refuseHandingIn } from './scoring';
import type { ClassState } from './state';
import { stepsOf, type WithSteps } from './steps';

/** Keeps what a student's device measured; a newer measurement takes the place of the one before. */
export function recordMeasurement(
  state: ClassState,
  studentId: string,
  { software, figures }: Measurement,
  now: number,
): Decision {
  const refusal = refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  if (!measuresDevices(state)) return refuse('not-allowed');
  return { ok: true, state: keep(state, 'measurements', { studentId, software, figures, measuredAt: now }) };
}

/** Whether the class has the students' devices measured. */
export function measuresDevices(state: WithSteps): boolean {
  return stepsOf(state).some(({ bench }) => bench === 'compute-measure');
}

/** One device as everybody may see it; of the measurement's own identity, which never changes. */
const deviceOf = new WeakMap<DeviceMeasurement, DeviceSpeedUps>();

function speedUps(measurement: DeviceMeasurement): DeviceSpeedUps {
  const known = deviceOf.get(measurement);
  if (known) return known;
  const made = speedUpsOf(measurement);
  deviceOf.set(measurement, made);
  return made;
}

/** A student's own device, or null before it is measured. */
export function ownDevice(state: ClassState, studentId: string): DeviceSpeedUps | null {
  const own = state.measurements[studentId];
  return own ? speedUps(own) : null;
}

/** By the measurements' own identity and the students', who may be removed. */
const devicesOf = new WeakMap<
  ClassState['measurements'],
  Map<ClassState['students'], { watchers: ClassDevices; students: ClassDevices }>
>();

/**
 * The devices of the class without their owners, in an order that tells nothing of who joined when; null in a lesson that measures none.
 */
export function classDevices(state: ClassState, viewer: 'watchers' | 'students'): ClassDevices | null {
  if (!measuresDevices(state)) return null;
  const known = devicesOf.get(state.measurements)?.get(state.students);
  if (known) return known[viewer];
  const all = Object.values(state.measurements)
    .filter(({ studentId }) => {
      const membership = state.students[studentId]?.membership;
      return membership === 'in' || membership === 'left';
    })
    .map(speedUps)
    .map((device) => ({ device, best: bestOf(device) }))
    .sort((a, b) => b.best - a.best)
    .map(({ device }) => device);
  const made = {
    watchers: chosenEvenly(all, DEVICES_SHOWN),
    students: chosenEvenly(all, DEVICES_SHOWN_TO_STUDENTS),
  };
  devicesOf.set(state.measurements, new Map([[state.students, made]]));
  return made[viewer];
}

/** Every so-manyth from the fastest to the slowest: the picture keeps its shape. */
function chosenEvenly(all: readonly DeviceSpeedUps[], most: number): ClassDevices {
  const shown = Math.min(all.length, most);
  const devices = Array.from({ length: shown }, (_, i) => all[Math.floor((i * all.length) / shown)]!);
  return { total: all.length, devices };
}

function bestOf({ tasks }: DeviceSpeedUps): number {
  const all = Object.values(tasks).flatMap((backends) => Object.values(backends).flat());
  return all.reduce<number>((best, value) => Math.max(best, value ?? 0), 0);
}
