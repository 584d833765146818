'use client';

import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { Activity } from '@/protocol/activity';
import type { Mark } from '@/protocol/views';
import { ActivityBadge } from './activity-badge';
import { useCardTabIndex } from './keys/use-card-stop';
import { StudentStep } from './leading/student-step';
import { SelectStudent } from './selection/select-student';
import { useIsSelected } from './selection/use-is-selected';

interface Props {
  studentId: string;
  /** As shown. */
  name: string;
  mark: Mark;
  activity: Activity;
  /** The step that the student has chosen; null: where the class is. */
  step: number | null;
  onOpen(studentId: string): void;
}

/** Who a card is about and what they are doing; the whole card opens. Apart from the figures, which change several times a second. */
export const CardHead = memo(function CardHead({ studentId, name, mark, activity, step, onOpen }: Props) {
  const t = useTranslations('console.card');
  const choosing = useIsSelected(studentId) !== null;
  const tabIndex = useCardTabIndex(studentId);
  return (
    <div className="flex items-center gap-2">
      <SelectStudent studentId={studentId} name={name} mark={mark} className="size-6" />
      <h3 className="min-w-0 flex-1 font-sans text-sm font-semibold tracking-normal">
        <button
          type="button"
          tabIndex={tabIndex}
          onClick={() => onOpen(studentId)}
          aria-label={t('open', { name })}
          translate="no"
          title={name}
          className="block w-full truncate text-left outline-none after:absolute after:inset-0 after:rounded-lg"
        >
          {name}
        </button>
      </h3>
      <StudentStep step={step} />
      <ActivityBadge activity={activity} short={choosing} className="max-w-[58%] shrink-0" />
    </div>
  );
});
