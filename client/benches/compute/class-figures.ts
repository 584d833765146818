import {
  type ComparedBackend,
  type DeviceSpeedUps,
  MEASURED_TASKS,
  type MeasuredTask,
} from '@/protocol/measurement';
import { QUOTED } from './verdict';

/** The speed-ups of a class at one size. */
export interface SizeFigures {
  size: number;
  count: number;
  least: number;
  median: number;
  most: number;
  /** Devices at 30× or more. */
  reached: number;
}

/** One row a size at which somebody measured. */
export function sizeFigures(
  devices: readonly DeviceSpeedUps[],
  task: MeasuredTask,
  backend: ComparedBackend,
): SizeFigures[] {
  return MEASURED_TASKS[task].sizes.flatMap((size, i) => {
    const values = devices.flatMap(({ tasks }) => tasks[task][backend]?.[i] ?? []).sort((a, b) => a - b);
    if (values.length === 0) return [];
    return [
      {
        size,
        count: values.length,
        least: values[0]!,
        median: middleOf(values),
        most: values.at(-1)!,
        reached: values.filter((value) => value >= QUOTED).length,
      },
    ];
  });
}

/** Of sorted values; of an even number the mean of the two in the middle. */
function middleOf(sorted: readonly number[]): number {
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** How many devices measured this, and how many of them reach 30× at any size. */
export function reachedAnywhere(
  devices: readonly DeviceSpeedUps[],
  task: MeasuredTask,
  backend: ComparedBackend,
): { count: number; reached: number } {
  const own = devices.flatMap(({ tasks }) => {
    const speedUps = tasks[task][backend];
    return speedUps ? [speedUps] : [];
  });
  return {
    count: own.length,
    reached: own.filter((speedUps) => speedUps.some((times) => times !== null && times >= QUOTED)).length,
  };
}

/** The way to the graphics card that most devices have. */
export function mostMeasured(devices: readonly DeviceSpeedUps[], task: MeasuredTask): 'webgl' | 'webgpu' {
  const { count: webgl } = reachedAnywhere(devices, task, 'webgl');
  return reachedAnywhere(devices, task, 'webgpu').count > webgl ? 'webgpu' : 'webgl';
}
