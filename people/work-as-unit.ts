import { UnitDevice } from '@/engine/together/unit-device';
import type { Answer } from '@/protocol/refusals';
import type { TabStudent } from './student';

/** Has this student's tab work as a unit whenever it is asked, as a student's page does. @returns the way to stop: from then on it answers nothing */
export function workAsUnit({ tab }: Pick<TabStudent, 'tab'>): () => void {
  const device = new UnitDevice({
    // Whoever has left in the middle is told nothing more.
    send: (sent) =>
      tab.say<Answer>('relay:send', sent).catch((): Answer => ({ ok: false, code: 'not-attached' })),
    changed: () => undefined,
  });
  const take = device.take.bind(device);
  tab.socket.on('unit', take);
  return () => tab.socket.off('unit', take);
}
