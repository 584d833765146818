import { z } from 'zod';
import { GRADIENT_BLANKS } from './gradients';

/**
 * The slopes of the loss by every weight and bias of the dealt network, from the output layer back, in the order of
 * `gradientBlanks` (engine/dense/backpropagation-exercise); null where nothing was filled in.
 */
export const gradientsAnswerSchema = z.strictObject({
  slopes: z.array(z.number().min(-1000).max(1000).nullable()).length(GRADIENT_BLANKS),
});

/** As the wire lets it through. Whoever imports the type alone carries no parser. */
export type GradientsAnswer = z.infer<typeof gradientsAnswerSchema>;
