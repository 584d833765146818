import { z } from 'zod';
import { isPlausible, MEASURED_BACKENDS, MEASURED_TASK_IDS, MEASURED_TASKS } from './measurement';

const MOST_FIGURES =
  MEASURED_BACKENDS.length *
  MEASURED_TASK_IDS.reduce((sum, task) => sum + MEASURED_TASKS[task].sizes.length, 0);

const figureSchema = z
  .strictObject({
    task: z.enum(MEASURED_TASK_IDS),
    backend: z.enum(MEASURED_BACKENDS),
    size: z.int(),
    /** Median of the warm rounds, milliseconds for one product or step. */
    ms: z.number().min(0.000_01).max(600_000),
  })
  .refine(({ task, size }) => (MEASURED_TASKS[task].sizes as readonly number[]).includes(size))
  .refine(isPlausible);
/** The part of the command `measurement:report` that is the device's own. */
export const measurementFields = {
  /** What calls itself a graphics card is a program on the processor. */
  software: z.boolean(),
  figures: z
    .array(figureSchema)
    .min(1)
    .max(MOST_FIGURES)
    .refine(
      (figures) =>
        new Set(figures.map(({ task, backend, size }) => `${task} ${backend} ${size}`)).size ===
        figures.length,
    ),
};
export const measurementSchema = z.strictObject(measurementFields);
