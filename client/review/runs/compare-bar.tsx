'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { LinkButton } from '@/client/ui/link-button';
import { bestRuns } from '@/protocol/best-runs';
import { comparePath, MOST_COMPARED } from '@/protocol/compare-runs';
import type { RunResult } from '@/protocol/run-table';

interface Props {
  runs: readonly RunResult[];
  /** Ids of the runs that are chosen. */
  chosen: ReadonlySet<string>;
  onClear(): void;
}

/** Compares the chosen runs; while none is chosen, the best of each student. */
export function CompareBar({ runs, chosen, onClear }: Props) {
  const t = useTranslations('review.class');
  const compared = useMemo(
    () => (chosen.size > 0 ? runs.filter(({ id }) => chosen.has(id)) : bestRuns(runs)),
    [runs, chosen],
  );
  if (runs.length < 2) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-3 text-sm sm:px-5">
      <LinkButton size="sm" href={comparePath(compared.map(({ id }) => id))} prefetch={false}>
        {t('compare')}
      </LinkButton>
      {chosen.size === 0 ? (
        <span className="text-ink-soft">{t('compareBest')}</span>
      ) : (
        <>
          <span className="tabular">{t('chosen', { count: chosen.size })}</span>
          {chosen.size > MOST_COMPARED && (
            <span className="text-ink-soft">{t('tooMany', { count: MOST_COMPARED })}</span>
          )}
          <Button size="sm" look="quiet" onClick={onClear}>
            {t('clearChosen')}
          </Button>
        </>
      )}
    </div>
  );
}
