'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { Dialog } from '@/client/ui/dialog';
import { StudentMark } from '@/client/ui/student-mark';
import type { RosterEntry, TeacherView } from '@/protocol/views';
import { LazyShoulderBench } from './lazy-shoulder-bench';

interface Props {
  view: TeacherView;
  /** Null: closed. */
  student: RosterEntry | null;
  onClose(): void;
}

/** One student's bench, live, as they see it. Closing it ends the looking. */
export function ShoulderDialog({ view, student, onClose }: Props) {
  const t = useTranslations('shoulder');
  const { nameOf } = useConsole();
  // It goes with its last content instead of an empty one.
  const [last, setLast] = useState(student);
  if (student !== null && student !== last) setLast(student);
  return (
    <Dialog
      open={student !== null}
      onOpenChange={(open) => open || onClose()}
      size="xl"
      title={
        last && (
          <span className="flex min-w-0 items-center gap-3">
            <StudentMark mark={last.mark} className="size-7" />
            <span translate="no" className="truncate">
              {t('title', { name: nameOf(last) })}
            </span>
          </span>
        )
      }
    >
      {student && <LazyShoulderBench key={student.id} view={view} student={student} />}
    </Dialog>
  );
}
