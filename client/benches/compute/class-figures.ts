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
  /** Of the devices within reach of the others: one that is broken, or lies, stretches no axis and names no record. */
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
    const within = withinReach(values);
    return [
      {
        size,
        count: values.length,
        least: within[0]!,
        median: middleOf(values),
        most: within.at(-1)!,
        reached: values.filter((value) => value >= QUOTED).length,
      },
    ];
  });
}

/** A class's cards differ by thousands; what lies ten times beyond the middle half's own spread is none of them. */
const REACH = 10;
/** Fewer have no middle half. */
const LEAST_DEVICES = 4;

/** Sorted values without those far from all others. */
function withinReach(sorted: readonly number[]): readonly number[] {
  if (sorted.length < LEAST_DEVICES) return sorted;
  const lower = sorted[Math.ceil((sorted.length - 1) / 4)]!;
  const upper = sorted[Math.floor(((sorted.length - 1) * 3) / 4)]!;
  const middle = middleOf(sorted);
  const spread = Math.max(upper / middle, middle / lower) * REACH;
  return sorted.filter((value) => value >= middle / spread && value <= middle * spread);
}

/** Of sorted values; of an even number the mean of the two in the middle. */
function middleOf(sorted: readonly number[]): number {
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** The devices whose figures are of the backend that they are called by: a program that plays a graphics card is none. */
export function realOf(
  devices: readonly DeviceSpeedUps[],
  backend: ComparedBackend,
): readonly DeviceSpeedUps[] {
  return backend === 'wasm' ? devices : devices.filter(({ software }) => !software);
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
