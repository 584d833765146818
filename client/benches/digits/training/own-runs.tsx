'use client';

import { GitCompareArrows, SlidersHorizontal } from 'lucide-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { useNetworkText } from '@/client/benches/run/network-text';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Badge } from '@/client/ui/badge';
import { Card } from '@/client/ui/card';
import { type Column, DataTable } from '@/client/ui/data-table';
import { IconButton } from '@/client/ui/icon-button';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import type { PictureRun } from '@/protocol/run';

interface Props {
  /** Newest first. */
  runs: readonly PictureRun[];
  currentId: string | null;
  /** Newest validation accuracy of the current run: its summary may be behind. */
  currentAccuracy: number | null;
  comparedId: string | null;
  /** Leave out where runs cannot be read (alone, with no class). */
  onCompare?: ((run: PictureRun | null) => void) | undefined;
  /** Leave out where nothing is trained any more. */
  onUse?: ((run: PictureRun, number: number) => void) | undefined;
}

/** Validation accuracy of a run: of its report, which is newest, or else of its last point. */
function summaryAccuracy(run: PictureRun): number | null {
  const confusion = run.report?.confusion ?? [];
  const all = confusion.flat().reduce((sum, count) => sum + count, 0);
  if (all > 0) return confusion.reduce((sum, row, digit) => sum + (row[digit] ?? 0), 0) / all;
  return run.last?.validationAccuracy ?? null;
}

/** Every run that this student has trained here: to look back, to compare, to begin again from. */
export const OwnRuns = memo(function OwnRuns({
  runs,
  currentId,
  currentAccuracy,
  comparedId,
  onCompare,
  onUse,
}: Props) {
  const t = useTranslations('bench');
  const numbers = useNumbers();
  const text = useNetworkText();
  const numberOf = (run: PictureRun) => runs.length - runs.indexOf(run);

  const columns: Column<PictureRun>[] = [
    {
      id: 'number',
      header: t('runs.number'),
      rowHeader: true,
      cell: (run) => (
        <span className="tabular inline-flex items-center gap-2">
          <span>{numberOf(run)}</span>
          {run.id === currentId && <Badge tone="accent">{t('runs.current')}</Badge>}
        </span>
      ),
    },
    {
      id: 'network',
      header: t('runs.network'),
      className: 'whitespace-nowrap',
      cell: (run) => (
        <>
          <span className="block font-semibold">{text.short(run.experiment.network)}</span>
          <span className="block text-xs text-ink-soft">{text.settings(run.experiment)}</span>
        </>
      ),
    },
    {
      id: 'state',
      header: t('runs.state'),
      className: 'whitespace-nowrap',
      cell: (run) => (
        <>
          <span className="block">{t(`state.${run.state}`)}</span>
          <span className="tabular block text-xs text-ink-soft">
            {t('runs.step', { step: numbers.integer(run.last?.step ?? 0) })}
          </span>
        </>
      ),
    },
    {
      id: 'accuracy',
      header: t('runs.accuracy'),
      align: 'right',
      cell: (run) => numbers.percent((run.id === currentId ? currentAccuracy : null) ?? summaryAccuracy(run)),
    },
    {
      id: 'verified',
      header: t('runs.verified'),
      align: 'right',
      cell: (run) => numbers.percent(run.verifiedAccuracy, 2),
    },
    {
      id: 'actions',
      header: <span className="sr-only">{t('runs.use')}</span>,
      align: 'right',
      cell: (run) => (
        <span className="inline-flex gap-1">
          {onCompare && run.id !== currentId && (
            <IconButton
              size="sm"
              aria-pressed={run.id === comparedId}
              look={run.id === comparedId ? 'primary' : 'quiet'}
              label={
                run.id === comparedId
                  ? t('runs.comparing')
                  : t('runs.compareNumber', { number: numberOf(run) })
              }
              icon={<GitCompareArrows aria-hidden="true" />}
              onClick={() => onCompare(run.id === comparedId ? null : run)}
            />
          )}
          {onUse && (
            <IconButton
              size="sm"
              label={t('runs.useNumber', { number: numberOf(run) })}
              icon={<SlidersHorizontal aria-hidden="true" />}
              onClick={() => onUse(run, numberOf(run))}
            />
          )}
        </span>
      ),
    },
  ];
  return (
    <div className="flex flex-col gap-2">
      <h2 className="text-lg">{t('runs.title')}</h2>
      {runs.length === 0 ? (
        <p className="text-sm text-ink-soft">{t('runs.empty')}</p>
      ) : (
        <OneStopGroup>
          <Card flush>
            <DataTable
              dense
              caption={t('runs.title')}
              columns={onUse || onCompare ? columns : columns.filter((column) => column.id !== 'actions')}
              rows={runs}
              rowKey={(run) => run.id}
              reached={onUse !== undefined}
              className="max-h-80"
            />
          </Card>
        </OneStopGroup>
      )}
    </div>
  );
});
