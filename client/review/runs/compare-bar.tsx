'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
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
  /** Ids of runs of other classes that are compared with them. */
  beside?: readonly string[];
  /** Leaves those out. */
  onLeave?(): void;
}

const NONE: readonly string[] = [];

/** Compares the chosen runs, with those of other classes that were brought along; while none is chosen or brought, the best of each student. */
export function CompareBar({ runs, chosen, onClear, beside = NONE, onLeave }: Props) {
  const t = useTranslations('review.class');
  const numbers = useNumbers();
  const compared = useMemo(() => {
    const here = runs.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
    if (here.length > 0 || beside.length > 0) return [...beside, ...here];
    return bestRuns(runs).map(({ id }) => id);
  }, [runs, chosen, beside]);
  if (runs.length + beside.length < 2) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-3 text-sm sm:px-5">
      <LinkButton size="sm" href={comparePath(compared)} prefetch={false}>
        {t('compare')}
      </LinkButton>
      {chosen.size === 0 ? (
        <span className="text-ink-soft">{t(beside.length > 0 ? 'chooseBeside' : 'compareBest')}</span>
      ) : (
        <>
          <span className="tabular">{t('chosen', { count: chosen.size })}</span>
          {compared.length > MOST_COMPARED && (
            <span className="text-ink-soft">{t('tooMany', { count: MOST_COMPARED })}</span>
          )}
          <Button size="sm" look="quiet" onClick={onClear}>
            {t('clearChosen')}
          </Button>
        </>
      )}
      {beside.length > 0 && (
        <>
          <span className="tabular">
            {t('beside', { count: beside.length, shown: numbers.integer(beside.length) })}
          </span>
          <Button size="sm" look="quiet" onClick={onLeave}>
            {t('leaveBeside')}
          </Button>
        </>
      )}
    </div>
  );
}
