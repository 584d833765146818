import { z } from 'zod';
import { FINDING_KINDS } from './finding';
import { LIMITS } from './limits';
import { AWARD_KINDS, revealGoFields } from './reveal';
import { idSchema } from './run';

const whole = (most: number) => z.int().min(0).max(most);
const share = z.number().min(0).max(1);
const place = z.int().min(1).max(LIMITS.identitiesPerClass);
const sharedPlace = z.strictObject({ first: place, last: place });
const stands = z.strictObject({ rank: place, place: sharedPlace.nullable() });
const stop = z.strictObject(revealGoFields);
const weights = whole(LIMITS.weightsPerNetwork);
const examples = whole(1_000_000);
const count = whole(1_000_000);

const evidence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('helpful'), helped: count, better: count }),
  z.strictObject({ kind: z.literal('failure'), finding: z.enum(FINDING_KINDS), from: share, to: share }),
  z.strictObject({ kind: z.literal('predicted'), guess: share, accuracy: share }),
  z.strictObject({ kind: z.literal('improved'), from: share, to: share, handedIn: count }),
  z.strictObject({ kind: z.literal('examples'), examples, accuracy: share, bar: share }),
  z.strictObject({ kind: z.literal('smallest'), weights, accuracy: share, bar: share }),
]);

/** A reveal as a class keeps it (protocol/reveal), read from outside. */
export const revealSchema = z.strictObject({
  begunAt: whole(9_999_999_999_999),
  at: stop,
  furthest: stop,
  race: z
    .strictObject({
      networks: z
        .array(
          z.strictObject({
            scoreId: idSchema,
            studentId: idSchema,
            weights,
            examples,
            before: stands,
            final: stands,
            could: sharedPlace.nullable(),
          }),
        )
        .max(LIMITS.identitiesPerClass),
      alike: count.nullable(),
      awards: z
        .array(z.strictObject({ studentId: idSchema, evidence, withheld: z.boolean() }))
        .max(AWARD_KINDS.length),
    })
    .nullable(),
});
