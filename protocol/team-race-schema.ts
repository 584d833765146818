import { z } from 'zod';
import { LIMITS } from './limits';
import { idSchema } from './run';
import type { TeamRace } from './team-race';
import { MARK_COLOURS } from './views';

const share = z.number().min(0).max(1);
const place = z.int().min(1).max(LIMITS.identitiesPerClass);
const sharedPlace = { first: place, last: place };
const stands = z.strictObject({ rank: place, place: z.strictObject(sharedPlace).nullable() });
const count = z.int().min(0).max(LIMITS.identitiesPerClass);
const races = z.int().min(0).max(1_000_000);

/** A race by teams as a class keeps it (protocol/team-race), read from outside. */
export const teamRaceSchema = z.strictObject({
  teams: z
    .array(
      z.strictObject({
        team: z
          .string()
          .min(1)
          .max(LIMITS.teamNameUnits)
          .refine((name) => !/[\0\p{Surrogate}]/u.test(name)),
        colour: z
          .int()
          .min(0)
          .max(MARK_COLOURS - 1),
        studentIds: z.array(idSchema).max(LIMITS.identitiesPerClass),
        ...{ size: count.min(1), missing: count, at: z.int().min(0).max(9_999_999_999_999) },
        ...{ publicAccuracy: share, privateAccuracy: share, before: stands, final: stands },
        again: z.strictObject({ ...sharedPlace, wins: races }).nullable(),
      }),
    )
    .max(LIMITS.identitiesPerClass),
  alike: count.nullable(),
  races: races.nullable(),
}) satisfies z.ZodType<TeamRace>;
