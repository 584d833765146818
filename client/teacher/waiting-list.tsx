'use client';

import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/teacher/console-context';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { StudentMark } from '@/client/ui/student-mark';
import type { RosterEntry } from '@/protocol/views';

/** Students who ask to come in, while the teacher lets them in one by one. */
export function WaitingList({ students }: { students: readonly RosterEntry[] }) {
  const t = useTranslations('console.waiting');
  const { ask, nameOf, offlineReason } = useConsole();
  const admitAll = async () => {
    for (const { id } of students) if (!(await ask({ type: 'student:admit', studentId: id }))) return;
  };
  return (
    <Card
      as="section"
      title={<span role="status">{t('title', { count: students.length })}</span>}
      actions={
        students.length > 1 && (
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
            <li key={student.id} className="flex flex-wrap items-center gap-x-2.5 gap-y-2 py-2">
              <StudentMark mark={student.mark} />
              <span className="min-w-0 flex-1 basis-20 truncate font-semibold">{name}</span>
              <Button
                size="sm"
                look="primary"
                aria-label={t('admitOf', { name })}
                disabledReason={offlineReason}
                onClick={() => ask({ type: 'student:admit', studentId: student.id })}
              >
                {t('admit')}
              </Button>
              <Button
                size="sm"
                aria-label={t('refuseOf', { name })}
                disabledReason={offlineReason}
                onClick={() => ask({ type: 'student:remove', studentId: student.id })}
              >
                {t('refuse')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
