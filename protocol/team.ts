import { z } from 'zod';
import { LIMITS } from './limits';
import { idSchema } from './run';

/** Teams: students of a class whom a teacher has put together under a name, to address them again. A student is in one at most. */

/** Puts these students in a team; null, or a name of blanks: in none. */
export const teamFields = {
  studentIds: z.array(idSchema).min(1).max(LIMITS.studentsPerClass),
  team: z.string().max(LIMITS.teamNameUnits).nullable(),
};

/** Deals those who are in and in no team to these teams, or everybody anew. */
export const teamDealFields = {
  teams: z.array(z.string().max(LIMITS.teamNameUnits)).min(1).max(LIMITS.studentsPerClass),
  anew: z.boolean(),
};

/** A team's name as it is kept: on one line, without blanks around it; null: none is left. */
export function normaliseTeam(typed: string | null): string | null {
  const name = (typed ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim();
  return name === '' ? null : name;
}
