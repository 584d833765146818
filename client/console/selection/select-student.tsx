'use client';

import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { useCardTabIndex } from '@/client/console/keys/use-card-stop';
import { Checkbox } from '@/client/ui/checkbox';
import { StudentMark } from '@/client/ui/student-mark';
import type { Mark } from '@/protocol/views';
import { useIsSelected } from './use-is-selected';

interface Props {
  studentId: string;
  /** As shown. */
  name: string;
  mark: Mark;
  /** Of the mark. */
  className: string;
}

/** A student's mark on a card; with a box before it while students are being chosen. */
export function SelectStudent({ studentId, name, mark, className }: Props) {
  const t = useTranslations('leading.select');
  const { selectedStudents } = useConsole();
  const selected = useIsSelected(studentId);
  const tabIndex = useCardTabIndex(studentId);
  return (
    <>
      {selected !== null && (
        <Checkbox
          label={t('one', { name })}
          labelHidden
          checked={selected}
          tabIndex={tabIndex}
          onChange={() => selectedStudents.toggle(studentId)}
          // Over the card's own button, which opens it.
          className="relative z-10 -my-2 shrink-0 gap-0!"
        />
      )}
      <StudentMark mark={mark} className={className} />
    </>
  );
}
