'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { StudentMark } from '@/client/ui/student-mark';
import type { RosterEntry } from '@/protocol/views';
import { ActivityBadge } from './activity-badge';
import { useConsole } from './console-context';
import { May, useMay } from './may';
import { useAway } from './use-away';
import { useSendingOut } from './use-sending-out';

/** Students who ask to come in, while the teacher lets them in one by one. */
export function WaitingList({ students }: { students: readonly RosterEntry[] }) {
  const t = useTranslations('console.waiting');
  const { ask, nameOf, offlineReason } = useConsole();
  const sendOut = useSendingOut();
  const helps = useMay('help');
  const away = useAway(students);
  const here = students.filter(({ id }) => !away.has(id));
  const admitAll = async () => {
    for (const { id } of here) if (!(await ask({ type: 'student:admit', studentId: id }))) return;
  };
  return (
    <Card
      as="section"
      title={<span role="status">{t('title', { count: here.length })}</span>}
      actions={
        here.length > 1 &&
        helps && (
          <Button size="sm" disabledReason={offlineReason} onClick={admitAll}>
            {t('admitAll')}
          </Button>
        )
      }
      className="border-accent"
    >
      <ul className="max-h-72 divide-y divide-line overflow-y-auto">
        {students.map((student) => {
          const name = nameOf(student);
          return (
            <li
              key={student.id}
              data-state={away.has(student.id) ? 'disconnected' : 'connected'}
              className="flex flex-wrap items-center gap-x-2.5 gap-y-2 py-2"
            >
              <StudentMark mark={student.mark} />
              <span translate="no" className="min-w-0 flex-1 basis-20 truncate font-semibold">
                {name}
              </span>
              {away.has(student.id) && <ActivityBadge activity="disconnected" />}
              <May least="help">
                <Button
                  size="sm"
                  look="primary"
                  aria-label={t('admitOf', { name })}
                  disabledReason={offlineReason}
                  onClick={() => ask({ type: 'student:admit', studentId: student.id })}
                >
                  {t('admit')}
                </Button>
              </May>
              <May least="lead">
                <Button
                  size="sm"
                  aria-label={t('refuseOf', { name })}
                  disabledReason={offlineReason}
                  onClick={() => sendOut('remove', student)}
                >
                  {t('refuse')}
                </Button>
              </May>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
