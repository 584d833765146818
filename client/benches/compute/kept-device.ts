import {
  flag,
  goodOf,
  integer,
  made,
  number,
  object,
  oneOf,
  or,
  type Shape,
  text,
  where,
} from '@/base/shape';
import {
  COMPUTE_BACKENDS,
  COMPUTE_TASKS,
  type ComputeTask,
  type DeviceFigure,
  type Skipped,
} from '@/engine/compute/plan';
import type { DeviceState } from './device-state';

const TASKS = Object.keys(COMPUTE_TASKS) as ComputeTask[];
const PHASES = ['stopped', 'finished', 'failed'] as const;
const ABSENCES = ['not-here', 'failed'] as const;

const presentShape = object({
  backend: oneOf(COMPUTE_BACKENDS),
  absence: or(oneOf(ABSENCES), null),
  renderer: or(
    made(text(), (name) => name.slice(0, 200)),
    null,
  ),
  software: or(flag, false),
});

const place = { task: oneOf(TASKS), size: integer(), backend: oneOf(COMPUTE_BACKENDS) };
const isPlanned = ({ task, size }: Pick<DeviceFigure, 'task' | 'size'>) =>
  (COMPUTE_TASKS[task].sizes as readonly number[]).includes(size);

const figureShape: Shape<DeviceFigure> = where(
  object({
    ...place,
    firstMs: number(),
    medianMs: number(Number.MIN_VALUE),
    rounds: integer(),
    agrees: flag,
  }),
  isPlanned,
);

const skippedShape: Shape<Skipped> = where(
  object({ ...place, why: or(oneOf(['too-slow', 'failed']), 'failed') }),
  isPlanned,
);

/** A measurement as the browser keeps it. What was under way when the page went counts as stopped. */
export const deviceShape: Shape<DeviceState> = object({
  phase: or(oneOf(PHASES), 'stopped'),
  present: goodOf(presentShape, COMPUTE_BACKENDS.length),
  now: () => null,
  figures: goodOf(figureShape, 100),
  skipped: goodOf(skippedShape, 100),
});
