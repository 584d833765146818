'use client';

import { Trash2, Undo2 } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { clearDrawing, EMPTY_DRAWING, isEmpty, undoStroke } from '@/client/benches/drawing/drawing';
import { DrawingPad } from '@/client/benches/drawing/drawing-pad';
import { topAnswer } from '@/client/charts/answer-bars';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import { RunMark } from '@/client/review/run-mark';
import { Button } from '@/client/ui/button';
import { LiveRegion } from '@/client/ui/live-region';
import { fromStrokes } from '@/engine/digits/from-strokes';
import { DATASETS } from '@/protocol/datasets';
import type { AskedNetworks } from './asked-networks';
import type { NamedPictureRun } from './compared-run';

interface Props {
  networks: AskedNetworks;
  runs: readonly NamedPictureRun[];
  onFail(): void;
}

/** The same drawing, and what each network says to it. */
export function SameDrawing({ networks, runs, onFail }: Props) {
  const t = useTranslations('runs.networks');
  const bench = useTranslations('bench.drawing');
  const say = useTranslations('datasets');
  const numbers = useNumbers();
  const { dataset } = runs[0]!.run.experiment;
  const { labels } = useDatasetWords(dataset);
  const [drawing, setDrawing] = useState(EMPTY_DRAWING);
  const [busy, setBusy] = useState(false);
  const [answers, setAnswers] = useState<readonly number[][] | null>(null);
  const pixels = useMemo(() => {
    const picture = fromStrokes(drawing.base, drawing.strokes, DATASETS[dataset].drawn);
    return picture.some((pixel) => pixel > 0) ? picture : null;
  }, [drawing.base, drawing.strokes, dataset]);
  // Once the hand has left the paper: asking all of them takes a moment.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what to do on failure is no reason to ask again.
  useEffect(() => {
    if (busy) return;
    let gone = false;
    if (pixels === null) setAnswers(null);
    else
      networks
        .read(pixels)
        .then((told) => gone || setAnswers(told))
        .catch(() => gone || onFail());
    return () => {
      gone = true;
    };
  }, [networks, pixels, busy]);
  const tops = answers?.map((shares) => topAnswer(shares)) ?? null;
  return (
    <section aria-label={t('drawing')}>
      <h3 className="mb-1 text-lg">{t('drawing')}</h3>
      <p className="mb-3 max-w-prose text-sm text-ink-soft">{t('drawingSays')}</p>
      <div className="grid items-start gap-5 md:grid-cols-[18rem_minmax(0,1fr)]">
        <div className="flex max-w-72 flex-col gap-2">
          <DrawingPad
            drawing={drawing}
            onChange={setDrawing}
            erasing={false}
            onBusy={setBusy}
            words={{
              paper: say(`${dataset}.drawing.paper`),
              drawHere: say(`${dataset}.drawing.drawHere`),
              nowDrawn: (strokes) => say(`${dataset}.drawing.nowDrawn`, { strokes }),
            }}
          />
          <div className="flex gap-2">
            <Button
              size="sm"
              icon={<Undo2 aria-hidden="true" />}
              disabled={drawing.past.length === 0}
              onClick={() => setDrawing(undoStroke)}
            >
              {bench('undo')}
            </Button>
            <Button
              size="sm"
              icon={<Trash2 aria-hidden="true" />}
              disabled={isEmpty(drawing)}
              onClick={() => setDrawing(clearDrawing)}
            >
              {bench('clear')}
            </Button>
          </div>
        </div>
        <section
          aria-label={t('answers')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
          tabIndex={0}
          className="overflow-x-auto"
        >
          <table
            className="tabular w-full border-separate border-spacing-px text-sm"
            data-testid="same-drawing"
          >
            <caption className="sr-only">{t('answers')}</caption>
            <thead>
              <tr className="text-xs text-ink-soft">
                <th scope="col" className="pr-2 text-left">
                  {t('network')}
                </th>
                <th scope="col" className="px-2 text-left">
                  {t('says')}
                </th>
                {labels.map((label) => (
                  <th key={label} scope="col" className="min-w-9 px-1 text-center">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {runs.map(({ run, label }, index) => {
                const shares = answers?.[index];
                const top = tops?.[index] ?? null;
                return (
                  <tr key={run.id}>
                    <th scope="row" className="max-w-72 min-w-40 pr-2 text-left font-normal">
                      <span className="flex items-center gap-2">
                        <RunMark id={run.id} />
                        <span translate="no" className="truncate" title={label}>
                          {label}
                        </span>
                      </span>
                    </th>
                    <td className="px-2 text-base font-bold">{top === null ? '–' : labels[top]}</td>
                    {labels.map((name, answer) => {
                      const share = shares?.[answer] ?? 0;
                      return (
                        <td
                          key={name}
                          className="h-7 rounded-[2px] px-1 text-center text-xs"
                          style={{
                            background: `color-mix(in srgb, var(--positive) ${(55 * share).toFixed(0)}%, var(--surface-sunken))`,
                          }}
                        >
                          {share < 0.005 ? '' : numbers.percent(share, 0)}
                        </td>
                      );
                    })}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      </div>
      <LiveRegion>
        {tops ? t('answered', { count: new Set(tops).size, networks: runs.length }) : ''}
      </LiveRegion>
    </section>
  );
}
