import { z } from 'zod';
import { roomCodeSchema } from './room-code-schema';
import { ROUNDS_PLANNED } from './rounds-settings';
import { idSchema } from './run';

/** What stands in the address of a round's weights. */
export const roundAddress = z.object({
  code: roomCodeSchema,
  id: idSchema,
  round: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .refine((round) => round <= ROUNDS_PLANNED),
});
