import { idSchema } from './run';

/** Runs that are compared at once. */
export const MOST_COMPARED = 50;

/** The address at which runs are compared, of whatever sittings they are. */
export function comparePath(runIds: readonly string[]): string {
  return `/review/compare?runs=${runIds.slice(0, MOST_COMPARED).join(',')}`;
}

/** The address of a list or a class at which further runs are chosen, to be compared with these. */
export function addRunsPath(path: '/review' | `/review/${string}`, runIds: readonly string[]): string {
  return runIds.length === 0 ? path : `${path}?with=${runIds.slice(0, MOST_COMPARED).join(',')}`;
}

/** The runs of such an address, each once, in its order; what is no run's id is left out. */
export function runsOfAddress(text: string | readonly string[] | undefined): string[] {
  const given = (typeof text === 'string' ? [text] : (text ?? [])).flatMap((part) => part.split(','));
  const ids = given.filter((id) => idSchema.safeParse(id).success);
  return [...new Set(ids)].slice(0, MOST_COMPARED);
}
