'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { WrittenGoal } from '@/lessons/written';
import type { DoneCount, StuckCount } from '@/protocol/done';

interface Props {
  counts: readonly DoneCount[];
  stuck: readonly StuckCount[];
  /** Students who are here. */
  of: number;
  goals: readonly WrittenGoal[];
}

/** The class's step in one line: how many have done it, and at which goals how many are stuck. Nothing where nobody's page tells of goals. */
export function ClassGoals({ counts, stuck, of, goals }: Props) {
  const t = useTranslations('everybody.done');
  const done = counts.find(({ what }) => what === 'goals');
  if (!done) return null;
  const named = stuck.flatMap(({ goalId, count }) => {
    const label = goals.find(({ id }) => id === goalId)?.label;
    return label === undefined ? [] : [{ goalId, count, label }];
  });
  return (
    <p
      data-testid="class-goals"
      data-done={done.complete}
      data-stuck={stuck.reduce((sum, { count }) => sum + count, 0)}
      className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm font-semibold"
    >
      <span className="tabular">{t('haveDone', { count: done.complete, of })}</span>
      {named.map(({ goalId, count, label }) => (
        <span key={goalId} className="tabular inline-flex min-w-0 items-center gap-1.5">
          <TriangleAlert aria-hidden="true" className="size-4 shrink-0 text-warn" />
          <span className="min-w-0">{t('stuckAt', { count, goal: label })}</span>
        </span>
      ))}
    </p>
  );
}
