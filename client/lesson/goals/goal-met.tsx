'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Phrased } from '@/client/lesson/words/phrased';
import { LiveRegion } from '@/client/ui/live-region';
import type { WrittenGoal } from '@/lessons/written';

/** Beside the bench, where an open question stands in the place of the goals: the one that was met meanwhile. Null: none was. */
export function GoalMet({ goal }: { goal: WrittenGoal | null }) {
  const t = useTranslations('lesson.goals');
  return (
    <LiveRegion visible className="empty:hidden max-lg:hidden">
      {goal !== null && (
        <div
          data-testid="goal-met"
          className="rounded-md border-l-4 border-accent bg-accent-soft px-3 py-2 text-sm leading-snug"
        >
          <p className="flex items-start gap-2 font-semibold">
            <Check aria-hidden="true" className="size-4.5 shrink-0 text-ok" strokeWidth={3} />
            <span>
              <span className="sr-only">{`${t('done')}: `}</span>
              <Phrased>{goal.label}</Phrased>
            </span>
          </p>
          <p className="mt-1">
            <Phrased>{goal.seen}</Phrased>
          </p>
        </div>
      )}
    </LiveRegion>
  );
}
