import { z } from 'zod';
import { LEAK } from './leak-rules';
import { roomCodeSchema } from './room-code-schema';
import { idSchema } from './run';

/** What stands in the address of a gradient: see protocol/leak-paths. */
export const leakAddress = z.object({
  code: roomCodeSchema,
  id: idSchema,
  attempt: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .refine((attempt) => attempt <= LEAK.attempts),
  /** A single gradient may be shown to all. */
  show: z.literal('1').optional(),
});
