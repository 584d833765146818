import { z } from 'zod';
import { type Finding, findingSchema } from './finding';
import { LIMITS } from './limits';
import { roomCodeSchema } from './room-code-schema';
import { idSchema, pointSchema } from './run';

/** What is told of a moment beside its weights. */
const aboutSchema = z.strictObject({
  runId: idSchema,
  /** Steps done. */
  step: z.int().min(1).max(LIMITS.stepsPerRun),
  /** Validation as it was measured last before it; null: not yet. */
  validationLoss: pointSchema.shape.validationLoss,
  validationAccuracy: pointSchema.shape.validationAccuracy,
  /** What the doctor said then, the gravest first. */
  findings: z.array(findingSchema).max(LIMITS.findingsPerReport),
});
export type CheckpointAbout = z.infer<typeof aboutSchema>;

/** What stands in the address. */
export const checkpointRequestSchema = z.object({
  code: roomCodeSchema,
  about: z.string().max(2_000).transform(parseJson).pipe(aboutSchema),
});

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'no JSON' });
    return z.NEVER;
  }
}

/** `kept` false: there was no room for it among those that are there. */
export interface CheckpointTaken {
  kept: boolean;
}

/** A kept moment as it is listed; its weights are asked for by its step. */
export interface CheckpointListing {
  step: number;
  /** Bytes of its weights. */
  size: number;
  /** Server's clock, milliseconds since 1970. */
  savedAt: number;
  validationLoss: number | null;
  validationAccuracy: number | null;
  findings: readonly Finding[];
}

/** The moment at which a run was best: the least validation loss, the last of several; none was measured: the last. */
export function bestCheckpoint<One extends Pick<CheckpointListing, 'step' | 'validationLoss'>>(
  run: readonly One[],
): One {
  return run.reduce((best, one) => {
    const [known, other] = [
      best.validationLoss ?? Number.POSITIVE_INFINITY,
      one.validationLoss ?? Number.POSITIVE_INFINITY,
    ];
    return other < known || (other === known && one.step > best.step) ? one : best;
  });
}

export const checkpointAddress = {
  runId: idSchema,
  step: z.coerce.number().int().min(1).max(LIMITS.stepsPerRun),
};
