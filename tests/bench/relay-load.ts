import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import type { TabStudent } from '@/people/student';
import type { Tab } from '@/people/tab';
import { workAsUnit } from '@/people/work-as-unit';
import { RELAY_STEPS } from '@/protocol/relay-settings';
import type { View } from '@/protocol/views';

/** Everybody is a unit, until all networks of the class are through. */
export async function beTheNetwork(teacher: Tab, students: readonly TabStudent[]): Promise<void> {
  const stops = students.map(workAsUnit);
  const relayId = freshId();
  mustBeOk(await teacher.command({ type: 'relay:ask', relayId, way: 'gradient', hidden: 4 }));
  mustBeOk(await teacher.command({ type: 'relay:go', relayId, until: 0 }));
  const over = new Promise<void>((resolve) => {
    const look = (view: View) => {
      if (view.viewer !== 'teacher' || view.relay.now?.stage !== 'over') return;
      teacher.socket.off('view', look);
      resolve();
    };
    teacher.socket.on('view', look);
  });
  mustBeOk(await teacher.command({ type: 'relay:go', relayId, until: RELAY_STEPS }));
  await over;
  for (const stop of stops) stop();
}
