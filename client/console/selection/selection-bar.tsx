'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { IconButton } from '@/client/ui/icon-button';
import { StudentMark } from '@/client/ui/student-mark';
import type { RosterEntry } from '@/protocol/views';
import type { SelectionActionProps } from './selection-action';
import { SELECTION_ACTIONS } from './selection-actions';

/** Marks that stand beside the count: more are only counted. */
const MARKS = 12;

interface Props extends Omit<SelectionActionProps, 'students' | 'everybody'> {
  /** Everybody who may be chosen. */
  students: readonly RosterEntry[];
  chosen: ReadonlySet<string>;
}

/** Who is chosen, and what can be done with them; nothing while nobody is. Stays in sight. */
export function SelectionBar({ students, chosen, narrow, narrowed }: Props) {
  const t = useTranslations('console.selection');
  const { selectedStudents, nameOf } = useConsole();
  const among = students.filter(({ id }) => chosen.has(id));
  return (
    <section aria-label={t('title')} className="sticky top-2 z-10 empty:hidden md:top-20">
      {among.length > 0 && (
        <div
          data-testid="selection"
          className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-accent bg-surface-raised px-3 py-2 shadow-card"
        >
          <p role="status" className="tabular text-sm font-semibold">
            {t('count', { count: among.length })}
          </p>
          <ul aria-label={t('who')} className="flex min-w-0 flex-1 flex-wrap gap-1">
            {among.slice(0, MARKS).map((student) => (
              <li key={student.id} title={nameOf(student)}>
                <StudentMark mark={student.mark} className="size-5" />
                <span className="sr-only">{nameOf(student)}</span>
              </li>
            ))}
          </ul>
          {SELECTION_ACTIONS.map((Action) => (
            <Action
              key={Action.name}
              students={among}
              everybody={students}
              narrow={narrow}
              narrowed={narrowed}
            />
          ))}
          <IconButton
            size="sm"
            label={t('clear')}
            icon={<X aria-hidden="true" />}
            onClick={() => selectedStudents.clear()}
          />
        </div>
      )}
    </section>
  );
}
