import { randomBytes } from 'node:crypto';
import { newMaskKeys } from '@/engine/together/pairwise-masks';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { sayInLeak } from '@/people/send-gradient';
import type { TabStudent } from '@/people/student';
import type { Tab } from '@/people/tab';
import type { MaskSum } from '@/protocol/leak';
import { LEAK, leakNumbers } from '@/protocol/leak-rules';
import type { View } from '@/protocol/views';
import { passed, SPREAD_MS } from './devices-in-a-room';

/** Who is asked of a sum: everybody's device has sent its key. */
interface Joined {
  leakId: string;
  attempt: number;
}

/** The class is led to the masks, and all devices take part. */
export async function joinMasks(teacher: Tab, students: readonly TabStudent[]): Promise<Joined> {
  const sum = { leakId: freshId(), attempt: 1 };
  const { leakId } = sum;
  mustBeOk(await teacher.command({ type: 'leak:ask', leakId }));
  for (const stage of ['single', 'masked'] as const)
    mustBeOk(await teacher.command({ type: 'leak:go', leakId, stage }));
  for (const student of students) mustBeOk(await sayInLeak(student, sum, 'key', newMaskKeys().open));
  return sum;
}

/**
 * One sum, from its beginning until the server has taken all masks away. Devices send drawn numbers, as what is masked looks like: the masks of 60 would keep this
 * thread for half a minute. They do not cancel, so the server finds noise where it would have found the sum, after the same work.
 */
export async function sumBehindMasks(
  teacher: Tab,
  students: readonly TabStudent[],
  sum: Joined,
): Promise<void> {
  const upload = randomBytes(leakNumbers('digits') * Int32Array.BYTES_PER_ELEMENT);
  const revealing = untilSum(teacher, ({ phase }) => phase === 'revealing');
  mustBeOk(await teacher.command({ type: 'leak:begin', ...sum }));
  const everybody = (act: (student: TabStudent) => Promise<unknown>) =>
    Promise.all(
      students.map(async (student, place) => {
        await passed((SPREAD_MS * place) / students.length);
        await act(student);
      }),
    );
  await everybody(async (student) => mustBeOk(await sayInLeak(student, sum, 'masked', upload)));
  await revealing;
  const over = untilSum(teacher, ({ trouble }) => trouble === 'noise');
  await everybody(async (student) =>
    mustBeOk(await sayInLeak(student, sum, 'reveal', randomBytes(LEAK.keyBytes))),
  );
  await over;
  mustBeOk(await teacher.command({ type: 'leak:close', leakId: sum.leakId }));
}

/** Once a console is told so of the sum. */
function untilSum(teacher: Tab, so: (sum: Pick<MaskSum, 'phase' | 'trouble'>) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (view: View) => {
      const sum = view.viewer === 'teacher' && view.leak?.now?.sum;
      if (!sum || !so(sum)) return;
      teacher.socket.off('view', look);
      resolve();
    };
    teacher.socket.on('view', look);
  });
}
