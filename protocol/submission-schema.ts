import { z } from 'zod';
import { LIMITS } from './limits';
import { roomCodeSchema } from './room-code-schema';
import { idSchema } from './run';

/** What stands in the two addresses. */
export const submissionRequestSchema = z.object({
  code: roomCodeSchema,
  run: idSchema,
  step: z.coerce.number().int().min(0).max(LIMITS.stepsPerRun).optional(),
  updates: z.coerce.number().int().min(0).max(LIMITS.stepsPerRun).optional(),
});
export const submissionStatusSchema = z.object({ code: roomCodeSchema, id: idSchema });
