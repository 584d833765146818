'use client';

import { useTranslations } from 'use-intl';
import { StudentMark } from '@/client/ui/student-mark';
import type { TeacherView } from '@/protocol/views';
import { useConsole } from './console-context';

interface Props {
  view: TeacherView;
  onOpen(studentId: string): void;
  className?: string;
}

/**
 * Those of the class's group who have not come to this sitting yet. Who comes on another device is among them: the drawer has a return code.
 */
export function AbsentStudents({ view, onOpen, className }: Props) {
  const t = useTranslations('console.lobby');
  const { nameOf } = useConsole();
  const absent = view.roster.filter(({ membership }) => membership === 'absent');
  if (absent.length === 0) return null;
  return (
    <section aria-labelledby="absent-title" className={className}>
      <h3 id="absent-title" className="mb-2 font-sans text-sm font-semibold text-ink-soft">
        {t('absent', { count: absent.length })}
      </h3>
      <ul className="flex flex-wrap gap-2">
        {absent.map((student) => (
          <li key={student.id} className="max-w-full">
            <button
              type="button"
              data-state="absent"
              aria-label={t('absentOf', { name: nameOf(student) })}
              onClick={() => onOpen(student.id)}
              className="flex min-h-11 max-w-full items-center gap-2 rounded-md border border-line-strong border-dashed px-3 text-sm text-ink-soft hover:border-ink"
            >
              <StudentMark mark={student.mark} className="size-6" />
              <span translate="no" className="truncate">
                {nameOf(student)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
