'use client';

import { Check, Lightbulb } from 'lucide-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import { doneItems, goalAt, hintsRead, type StepDone } from '@/protocol/done';
import { useGoalLabel } from './use-goal-label';

/** How far one student is with the step, on the card: goals that are met, of a single goal the bench's own measure, and hints that were read. */
export const DoneChip = memo(function DoneChip({ done }: { done: StepDone | null }) {
  const t = useTranslations('everybody.done');
  const numbers = useNumbers();
  const goal = goalAt(done);
  const label = useGoalLabel(done && goal && { stepId: done.stepId, goalId: goal.id });
  const [first, own] = done ? doneItems(done) : [];
  if (!done || !first) return null;
  const isMet = first.reached === first.of;
  const item = first.what === 'goals' && first.of === 1 && !isMet && own && own.of > 1 ? own : first;
  const stuck = done.goals?.stuck ?? false;
  const hints = hintsRead(done);
  const skipped = done.goals?.skipped ?? 0;
  const said = t('count', { complete: numbers.integer(item.reached), of: numbers.integer(item.of) });
  const text = [
    t('one', { what: t(item.what), count: said }),
    ...(label === null ? [] : [t(stuck ? 'stuckAtGoal' : 'atGoal', { goal: label })]),
    ...(hints === 0 ? [] : [t('hints', { count: hints })]),
    ...(skipped === 0 ? [] : [t('skipped', { count: skipped })]),
  ].join(' · ');
  return (
    <span
      data-testid="done"
      data-what={item.what}
      data-stuck={stuck}
      title={text}
      className={classNames(
        'tabular inline-flex h-5 shrink-0 items-center gap-1 rounded-full border px-1.5 text-xs font-semibold',
        isMet
          ? 'border-ok bg-ok-soft text-ok'
          : stuck
            ? 'border-warn bg-warn-soft text-ink'
            : 'border-line-strong text-ink-soft',
      )}
    >
      <span className="sr-only">{text}</span>
      <span aria-hidden="true">
        {isMet ? (
          <Check className="size-3.5" />
        ) : (
          <span>{`${numbers.integer(item.reached)}/${numbers.integer(item.of)}`}</span>
        )}
      </span>
      {hints > 0 && (
        <span aria-hidden="true" className="inline-flex items-center font-normal">
          <Lightbulb className="size-3" />
          <span>{numbers.integer(hints)}</span>
        </span>
      )}
    </span>
  );
});
