import { z } from 'zod';
import { idSchema } from './run';

/** A student needs help, or can give some. */
export const HELP_KINDS = ['need', 'can'] as const;
export type HelpKind = (typeof HELP_KINDS)[number];

export const helpAskFields = { kind: z.enum(HELP_KINDS) };
export const helpPairFields = { studentId: idSchema, helperId: idSchema };
