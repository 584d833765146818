'use client';

import { ScanSearch } from 'lucide-react';
import { memo, useEffect, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { commonestConfusion } from '@/client/charts/confusion-cells';
import { ConfusionMatrix } from '@/client/charts/confusion-matrix';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import { InsideOf } from '@/client/inside/inside-of';
import type { CurrentRun } from '@/client/training/current-run';
import type { BenchTraining } from '@/client/training/training';
import { Button } from '@/client/ui/button';
import type { FirstLayer, Report } from '@/engine/worker/messages';
import type { DatasetId } from '@/protocol/datasets';
import type { Architecture } from '@/protocol/experiment';
import { FirstLayerPictures } from './first-layer-pictures';
import { WorstMistakes } from './worst-mistakes';

interface Props {
  training: BenchTraining;
  dataset: DatasetId;
  runId: string | null;
  state: CurrentRun['state'];
  /** At least one step was made. */
  begun: boolean;
  /** Where a run stands that is not training; 0 while it trains, so that points do not redraw the report. */
  lastStep: number;
  report: Report | null;
  /** What is opened by a press on one of its mistakes; null: it is only looked at. */
  opens: Architecture | null;
}

const MOST_UNITS = 32;
/** Milliseconds that a pause must last before the whole validation part is read. */
const SETTLED_MS = 500;

/** What the network gets wrong and what it has learned to look at. */
export const ReportPanel = memo(function ReportPanel({
  training,
  dataset,
  runId,
  state,
  begun,
  lastStep,
  report,
  opens,
}: Props) {
  const t = useTranslations('bench');
  const say = useTranslations('datasets');
  const { labels, wide } = useDatasetWords(dataset);
  const numbers = useNumbers();
  const headingId = useId();
  const [opened, setOpened] = useState<Uint8Array | null>(null);
  const [busy, setBusy] = useState(false);
  const [layer, setLayer] = useState<FirstLayer | null>(null);
  const reportStep = report?.step ?? -1;

  // The weights of the moment that the report was made.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new report or a pause is the occasion to look again.
  useEffect(() => {
    if (!begun || runId === null || state === 'diverged') {
      setLayer(null);
      return;
    }
    let stale = false;
    void training.firstLayer(MOST_UNITS).then(
      (answer) => !stale && setLayer(answer),
      () => {},
    );
    return () => {
      stale = true;
    };
  }, [training, runId, state, begun, reportStep]);

  // At a pause the network stands still and can be looked at; single steps in quick succession are let pass.
  const stands = state === 'paused' && begun;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run or a later step is a reason to look again.
  useEffect(() => {
    if (!stands || reportStep === lastStep) return;
    const timer = setTimeout(() => void training.report(), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [training, stands, runId, lastStep]);

  const measure = async () => {
    setBusy(true);
    try {
      await training.report();
      setLayer(await training.firstLayer(MOST_UNITS));
    } finally {
      setBusy(false);
    }
  };

  const worst = report ? commonestConfusion(report.confusion) : null;
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div>
          <h2 id={headingId} className="text-lg">
            {t('report.title')}
          </h2>
          <p className="tabular text-sm text-ink-soft">
            {report
              ? t('report.at', {
                  step: numbers.integer(report.step),
                  examples: numbers.integer(report.examples),
                  accuracy: numbers.percent(report.accuracy),
                })
              : begun
                ? t('report.live')
                : say(`${dataset}.report.empty`)}
          </p>
        </div>
        {begun && opens && state !== 'diverged' && (
          <Button
            size="sm"
            busy={busy}
            icon={<ScanSearch aria-hidden="true" />}
            onClick={() => void measure()}
          >
            {t('report.measure')}
          </Button>
        )}
      </div>
      {report && (
        <div className="grid gap-6 lg:grid-cols-2 in-data-wall:lg:grid-cols-1">
          <ConfusionMatrix
            labels={labels}
            wide={wide}
            counts={report.confusion}
            texts={{
              title: t('report.confusion'),
              summary: worst
                ? t('report.summary', {
                    accuracy: numbers.percent(report.accuracy),
                    examples: numbers.integer(report.examples),
                    digit: labels[worst.label]!,
                    answer: labels[worst.answer]!,
                    count: worst.count,
                  })
                : t('report.summaryPerfect', { examples: numbers.integer(report.examples) }),
              rows: say(`${dataset}.report.rows`),
              columns: t('report.columns'),
              hint: t('report.hint'),
              cell: (label, answer, count, sum) =>
                say(`${dataset}.report.cell`, {
                  digit: label,
                  answer,
                  count: numbers.integer(count),
                  sum: numbers.integer(sum),
                  share: numbers.percent(sum > 0 ? count / sum : null),
                }),
            }}
          />
          {/* Of another's bench the pictures are not here: only a network without a mistake has none. */}
          {(report.mistakes.length > 0 || worst === null) && (
            <WorstMistakes dataset={dataset} mistakes={report.mistakes} onOpen={opens && setOpened} />
          )}
        </div>
      )}
      {layer && <FirstLayerPictures layer={layer} />}
      {opens && (
        <InsideOf
          architecture={opens}
          pixels={opened}
          readWeights={() => training.weights()}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
});
