'use client';

import { TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { useFindingWords } from '@/client/doctor/use-finding-words';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import type { DatasetId } from '@/protocol/datasets';
import { useConsole } from './console-context';
import { useGoalLabel } from './done/use-goal-label';
import type { Need } from './triage';
import { useMinutes } from './use-minutes';

/** Why this student may need a teacher, in words with their number, and for how long; nothing while all is well. Two lines at most. */
export const NeedLine = memo(function NeedLine({ need }: { need: Need }) {
  const text = useNeedText(need);
  if (text === null) return null;
  return (
    <p
      data-testid="need"
      data-need={need.kind}
      title={text}
      className="flex h-8 items-start gap-1.5 text-xs leading-4 font-semibold"
    >
      <TriangleAlert aria-hidden="true" className="mt-px size-3.5 shrink-0 text-warn" />
      <span className="line-clamp-2 min-w-0">{text}</span>
    </p>
  );
});

/** The need in words; null while all is well. Counts minutes by itself. */
function useNeedText({ kind, since, finding, goal }: Need): string | null {
  const t = useTranslations('console.need');
  const { dataset, serverNow } = useConsole();
  const { labels } = useDatasetWords((dataset?.id ?? 'digits') as DatasetId);
  const wordsOf = useFindingWords(dataset ? labels : undefined);
  const label = useGoalLabel(goal ?? null);
  const minutes = useMinutes(kind === 'well' ? null : since, serverNow);
  if (kind === 'well') return null;
  const reason = finding
    ? wordsOf(finding).reason
    : label !== null
      ? t('goalNamed', { goal: label })
      : t(kind);
  return minutes === null || minutes === 0 ? reason : t('since', { reason, minutes });
}
