'use client';

import { Lock, WifiOff } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useArrivals } from '@/client/lesson/use-arrivals';
import { Card } from '@/client/ui/card';
import { classNames } from '@/client/ui/class-names';
import { LiveRegion } from '@/client/ui/live-region';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import { RoomCode } from '@/client/ui/room-code';
import { StudentMark } from '@/client/ui/student-mark';
import type { RosterEntry, TeacherView } from '@/protocol/views';
import { AbsentStudents } from './absent-students';
import { useConsole } from './console-context';
import { RoomDoor } from './room-door';
import { useAway } from './use-away';

interface Props {
  view: TeacherView;
  students: readonly RosterEntry[];
  origins: readonly string[];
  onOpen(studentId: string): void;
}

/** Before the class begins: the way in, and who has come. */
export function ConsoleLobby({ view, students, origins, onOpen }: Props) {
  const t = useTranslations('console.lobby');
  const room = useTranslations('console.room');
  const { nameOf } = useConsole();
  const away = useAway(students);
  const here = useMemo(() => students.filter(({ id }) => !away.has(id)), [students, away]);
  const awayCount = students.length - here.length;
  const arrived = useArrivals(here, (before, now) => {
    const known = new Set(before.map(({ id }) => id));
    const [first, ...others] = now.filter(({ id }) => !known.has(id));
    return first === undefined
      ? null
      : t('arrived', { name: nameOf(first), others: others.length, count: now.length });
  });
  return (
    <div className="flex flex-col gap-5">
      <Card as="section" graphPaper aria-label={room('title')}>
        <RoomDoor code={view.class.code} origins={origins}>
          <h2 className="mb-1 font-sans text-sm font-semibold tracking-normal text-ink-soft">
            {room('title')}
          </h2>
          <RoomCode
            code={view.class.code}
            className="[&_[data-testid]]:text-[clamp(3rem,9vw,10rem)] [&_[data-testid]]:leading-none"
          />
        </RoomDoor>
        {view.class.locked && (
          <p className="mt-4 flex items-center gap-2 text-sm font-semibold text-warn">
            <Lock aria-hidden="true" className="size-4" /> <span>{room('locked')}</span>
          </p>
        )}
      </Card>
      <Card
        as="section"
        title={t('count', { count: here.length })}
        actions={awayCount > 0 && <p className="text-sm text-ink-soft">{t('away', { count: awayCount })}</p>}
      >
        <LiveRegion>{arrived}</LiveRegion>
        {students.length === 0 ? (
          <p className="min-h-11 text-ink-soft">{t('empty')}</p>
        ) : (
          <OneStopGroup>
            <ul className="flex min-h-11 flex-wrap gap-2">
              {students.map((student) => (
                <li
                  key={student.id}
                  className="max-w-full transition-[opacity,scale] duration-200 ease-settle starting:scale-90 starting:opacity-0"
                >
                  <button
                    type="button"
                    data-state={away.has(student.id) ? 'disconnected' : 'connected'}
                    aria-label={away.has(student.id) ? t('awayOf', { name: nameOf(student) }) : undefined}
                    onClick={() => onOpen(student.id)}
                    className={classNames(
                      'flex min-h-11 max-w-full items-center gap-2 rounded-md border px-3 text-sm font-semibold hover:border-line-strong',
                      away.has(student.id)
                        ? 'border-line-strong border-dashed text-ink-soft'
                        : 'border-line bg-surface',
                    )}
                  >
                    <StudentMark mark={student.mark} className="size-6" />
                    <span translate="no" className="truncate">
                      {nameOf(student)}
                    </span>
                    {away.has(student.id) && <WifiOff aria-hidden="true" className="size-4 shrink-0" />}
                  </button>
                </li>
              ))}
            </ul>
          </OneStopGroup>
        )}
        <AbsentStudents view={view} onOpen={onOpen} className="mt-5" />
      </Card>
    </div>
  );
}
