import type { EventParts } from '@/server/live/event';
import type { LiveClass } from '@/server/live/live-class';

/**
 * The class to which a student's run belongs: the one that the student is in, or an earlier sitting of its group, from which a device that
 * was offline still has points. Null: none that this student could mean.
 * @param here the class that the student is in
 */
export function classOfRun(
  { classes }: EventParts,
  here: LiveClass,
  classId: string | undefined,
): LiveClass | Promise<LiveClass | null> {
  return classId === undefined || classId === here.id ? here : earlierSitting(classes, here, classId);
}

async function earlierSitting(
  classes: EventParts['classes'],
  here: LiveClass,
  classId: string,
): Promise<LiveClass | null> {
  const { groupId } = here.state();
  const earlier = groupId === null ? null : await classes.byId(classId);
  return earlier?.state().groupId === groupId ? earlier : null;
}
