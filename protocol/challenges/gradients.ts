import type { z } from 'zod';
import type { gradientsAnswerSchema } from './gradients-answer';

/** Slopes that lesson 8 asks for: of six weights and three biases. */
export const GRADIENT_BLANKS = 9;

/** As the wire lets it through. The schema stands apart: whoever needs the names above carries no parser. */
export type GradientsAnswer = z.infer<typeof gradientsAnswerSchema>;
