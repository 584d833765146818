'use client';

import { useTranslations } from 'use-intl';
import { RunMark } from '@/client/review/run-mark';
import { runMark } from '@/client/review/run-mark-of';
import { Notice } from '@/client/ui/notice';
import { useMarkName } from '@/client/ui/use-mark-name';

/** So many are told one by one. */
const MOST_NAMED = 5;

/** Runs of the link that are gone, by the signs that they had. */
export function MissingRuns({ ids }: { ids: readonly string[] }) {
  const t = useTranslations('review.compare');
  const markName = useMarkName();
  if (ids.length === 0) return null;
  return (
    <Notice tone="warn" title={t('missing', { count: ids.length })}>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {ids.slice(0, MOST_NAMED).map((id) => (
          <li key={id} className="flex items-center gap-1.5">
            <RunMark id={id} />
            <span>{markName(runMark(id))}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
