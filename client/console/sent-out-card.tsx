'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { StudentMark } from '@/client/ui/student-mark';
import type { RosterEntry } from '@/protocol/views';
import { useConsole } from './console-context';

/** Those who were removed or banned, each with the way back: by the same browser and link they are who they were. */
export function SentOutCard({ roster }: { roster: readonly RosterEntry[] }) {
  const t = useTranslations('console.sentOut');
  const { ask, nameOf, offlineReason } = useConsole();
  const sentOut = roster.filter(({ membership }) => membership === 'removed' || membership === 'banned');
  if (sentOut.length === 0) return null;
  return (
    <Card as="section" title={t('title', { count: sentOut.length })}>
      <p className="-mt-1 mb-2 text-sm text-ink-soft">{t('text')}</p>
      <ul className="max-h-72 divide-y divide-line overflow-y-auto">
        {sentOut.map((student) => {
          const name = nameOf(student);
          return (
            <li key={student.id} className="flex flex-wrap items-center gap-x-2.5 gap-y-2 py-2">
              <StudentMark mark={student.mark} />
              <span className="min-w-0 flex-1 basis-20">
                <span translate="no" className="block truncate font-semibold">
                  {name}
                </span>
                <span className="block text-sm text-ink-soft">{t(sentOutAs(student))}</span>
              </span>
              {student.barsDevice && (
                <Button
                  size="sm"
                  aria-label={t('freeDeviceOf', { name })}
                  disabledReason={offlineReason}
                  onClick={() => ask({ type: 'student:free-device', studentId: student.id })}
                >
                  {t('freeDevice')}
                </Button>
              )}
              <Button
                size="sm"
                aria-label={t('forgiveOf', { name })}
                disabledReason={offlineReason}
                onClick={() => ask({ type: 'student:forgive', studentId: student.id })}
              >
                {t('forgive')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function sentOutAs({ membership, barsDevice }: RosterEntry) {
  if (membership !== 'banned') return 'removed';
  return barsDevice ? 'bannedWithDevice' : 'banned';
}
