/** What stands in a run's address when its network is to be open at once. */
export const INSIDE_HASH = 'inside';

/** The page of a run, with its network opened as it stood last: for whoever reviews the class. */
export function insidePath(classId: string, runId: string): string {
  return `/review/${classId}/runs/${runId}#${INSIDE_HASH}`;
}
