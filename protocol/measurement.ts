import { DATASETS } from './datasets';

/** How fast a student's device calculates, as lesson 10 measures it. Nothing in it tells one device of a kind from another. */

/** What is measured, and in which sizes. */
export const MEASURED_TASKS = {
  /** One product of two square matrices; size: rows. */
  'matrix-product': { sizes: [8, 16, 32, 64, 128, 256, 512, 1024] },
  /** One training step of 784-n-10 with 64 examples; size: n, the hidden units. */
  'training-step': { sizes: [2, 8, 32, 128, 512] },
} as const satisfies Record<string, { sizes: readonly number[] }>;
export type MeasuredTask = keyof typeof MEASURED_TASKS;
export const MEASURED_TASK_IDS = Object.keys(MEASURED_TASKS) as MeasuredTask[];

/** Plain JavaScript is what the others are compared with. */
export const MEASURED_BACKENDS = ['javascript', 'wasm', 'webgl', 'webgpu'] as const;
export type MeasuredBackend = (typeof MEASURED_BACKENDS)[number];
export type ComparedBackend = Exclude<MeasuredBackend, 'javascript'>;
export const COMPARED_BACKENDS = ['wasm', 'webgl', 'webgpu'] as const satisfies readonly ComparedBackend[];

/** Devices that one view tells of: a class of hundreds needs no dot for each. */
export const DEVICES_SHOWN = 120;
/** The same in a student's view, of which a class of 300 is sent 300 at a time: 120 devices would be 12 MB. */
export const DEVICES_SHOWN_TO_STUDENTS = 30;

/** Multiplications and additions of a task: what a speed-up is a speed-up of. */
export function operationsOf(task: MeasuredTask, size: number): number {
  if (task === 'matrix-product') return 2 * size ** 3;
  // Forward once, backward twice (by weights and, except in the first layer, by inputs).
  const { pixels, labels } = DATASETS.digits;
  return 64 * (2 * pixels * size * 2 + 2 * size * labels.length * 3);
}

/** Operations a millisecond that no device of a student passes: one processor core, all its vector units, a large graphics card. */
const MOST_PER_MS: Readonly<Record<MeasuredBackend, number>> = {
  javascript: 5e7,
  wasm: 1e9,
  webgl: 1e11,
  webgpu: 1e11,
};
/** What the slowest device still does, and what it takes to begin at all (a page that sleeps, a card that wakes up). */
const LEAST_PER_MS = 10_000;
const SLOWEST_START_MS = 2_000;

/** Whether a device could have been measured so: faster than light or slower than a clock is a mistake, or a lie. */
export function isPlausible({ task, backend, size, ms }: MeasuredFigure): boolean {
  const operations = operationsOf(task, size);
  return ms >= operations / MOST_PER_MS[backend] && ms <= SLOWEST_START_MS + operations / LEAST_PER_MS;
}

/** One figure: `ms` is the median of the warm rounds, milliseconds for one product or step. */
export type MeasuredFigure = {
  task: MeasuredTask;
  backend: MeasuredBackend;
  size: number;
  ms: number;
};

/** What a student's page reports of its device. */
export interface Measurement {
  /** What calls itself a graphics card is a program on the processor. */
  software: boolean;
  figures: MeasuredFigure[];
}

/** Times as fast as plain JavaScript, size by size as in MEASURED_TASKS; null where one of both is missing. */
type SpeedUps = readonly (number | null)[];

/** One device in the picture of the class: whose it is cannot be told. */
export interface DeviceSpeedUps {
  software: boolean;
  /** Backends of which nothing could be measured are left out. */
  tasks: Readonly<Record<MeasuredTask, Partial<Record<ComparedBackend, SpeedUps>>>>;
}

/** The devices of a class, the fastest first, at most DEVICES_SHOWN of them, evenly chosen. */
export interface ClassDevices {
  /** How many have been measured. */
  total: number;
  devices: readonly DeviceSpeedUps[];
}

/** Speed-ups end here: no card does more, and one that does less loses by any measure. */
const MOST_TIMES = 10_000;
const LEAST_TIMES = 0.000_1;

/** How many times as fast as plain JavaScript a device was; below 1 it was slower. */
export function speedUpsOf({ software, figures }: Measurement): DeviceSpeedUps {
  const time = new Map(figures.map(({ task, backend, size, ms }) => [`${task} ${backend} ${size}`, ms]));
  const ofTask = (task: MeasuredTask) => {
    const found: Partial<Record<ComparedBackend, SpeedUps>> = {};
    for (const backend of COMPARED_BACKENDS) {
      const speedUps = MEASURED_TASKS[task].sizes.map((size) => {
        const plain = time.get(`${task} javascript ${size}`);
        const other = time.get(`${task} ${backend} ${size}`);
        if (plain === undefined || other === undefined) return null;
        return threeDigits(Math.min(MOST_TIMES, Math.max(LEAST_TIMES, plain / other)));
      });
      if (speedUps.some((value) => value !== null)) found[backend] = speedUps;
    }
    return found;
  };
  return {
    software,
    tasks: { 'matrix-product': ofTask('matrix-product'), 'training-step': ofTask('training-step') },
  };
}

/** More would be noise, and a class's picture goes out to everybody. */
function threeDigits(value: number): number {
  return Number(value.toPrecision(3));
}
