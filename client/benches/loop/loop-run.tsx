'use client';

import { Flag, Repeat } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useReached } from '@/client/benches/frame/use-reached';
import { CurvesPanel } from '@/client/benches/run/curves-panel';
import { useNetworkText } from '@/client/benches/run/network-text';
import { readoutOf } from '@/client/benches/run/run-readout';
import { useOpenTraining } from '@/client/benches/run/use-open-training';
import { PictureCanvas } from '@/client/charts/picture-canvas';
import { broken } from '@/client/i18n/broken';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useTraining } from '@/client/training/use-training';
import { Card } from '@/client/ui/card';
import { classNames } from '@/client/ui/class-names';
import type { Elements } from '@/client/ui/elements';
import { stillWeights } from '@/engine/network/blank-inputs';
import { totalSteps } from '@/engine/training/schedule';
import { DATASETS } from '@/protocol/datasets';
import type { Point } from '@/protocol/run';
import { countWeights } from '@/protocol/weight-shapes';
import { batchPictures } from './batch-pictures';
import { BLOCK_ICONS } from './block-look';
import { useBatchSamples } from './use-batch-samples';
import { type LoopPhase, usePhase } from './use-phase';
import { useSingleSteps } from './use-single-steps';

const NO_POINTS: readonly Point[] = [];
/** Pictures of a batch on show. */
const MOST_PICTURES = 32;

/** Lesson 9: the same loop on real pictures. Train and Step stand in the bar at the foot; here each block says what it does. */
export default function LoopRun({ place }: BenchProps<'loop-run'>) {
  const t = useTranslations('loop.digits');
  const say = useTranslations('datasets');
  const blocks = useTranslations('loop.register.short');
  const numbers = useNumbers();
  const networkText = useNetworkText();
  const { training, snapshot } = useTraining();
  useOpenTraining(place.open, training, snapshot);
  const { current } = snapshot;
  useEffect(() => training.prepare(), [training]);
  const experiment = current?.experiment ?? snapshot.draft;
  const { dataset } = experiment;
  const { pixels: inputs, side } = DATASETS[dataset];
  const { labels } = useDatasetWords(dataset);
  const now = readoutOf(current);
  const running = now.state === 'training';
  const total = current?.totalSteps ?? totalSteps(experiment);
  const phase = usePhase(now.step, running);
  // After a step its own batch, before the first the one that will come.
  const indices = batchPictures(experiment, Math.max(0, now.step - 1));
  const shown = indices.slice(0, MOST_PICTURES);
  const pictures = useBatchSamples(training, shown, snapshot.progress?.examples ?? 0, running);
  const count = countWeights(experiment);
  const weights = numbers.integer(count);
  // Known where the whole batch is on show.
  const still =
    pictures.length === indices.length
      ? stillWeights(
          experiment,
          pictures.map(({ pixels }) => pixels),
        )
      : 0;
  const finished = now.state === 'finished';

  useReached(place, 'run', Number(finished), 1);
  useFacts<'loop-run'>(place, { singly: useSingleSteps(now.step, running), finished });

  const block = (id: LoopPhase, title: string, words: ReactNode, children?: Elements) => (
    <LoopBlock id={id} lit={phase === id} turning={running} title={title} words={words}>
      {children}
    </LoopBlock>
  );

  return (
    <div
      className="@container min-w-0"
      data-testid="loop-digits"
      data-step={now.step}
      data-pictures={pictures.length}
    >
      {place.held !== null && (
        <p className="mb-2 w-fit rounded-md border border-line-strong bg-surface-sunken px-4 py-1 text-sm font-semibold">
          {place.held}
        </p>
      )}
      <div className="grid items-start gap-4 @min-[46rem]:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)]">
        <Card
          as="section"
          graphPaper
          aria-label={say(`${dataset}.loop`)}
          className="flex flex-col gap-2 !p-3 sm:!p-4"
        >
          <dl className="tabular grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 rounded-md border border-line-strong bg-surface-raised px-3 py-2 text-sm">
            <dt className="text-ink-soft">{t('network')}</dt>
            <dd className="font-semibold">{`${inputs} → ${networkText.short(experiment.network)} → ${labels.length}`}</dd>
            <dt className="text-ink-soft">{t('loss')}</dt>
            <dd className="font-semibold">{blocks(experiment.loss)}</dd>
            <dt className="text-ink-soft">{t('rule')}</dt>
            <dd className="font-semibold">{`${blocks(experiment.optimizer)}, ${experiment.learningRate}`}</dd>
          </dl>
          <div className="rounded-lg border-2 border-accent bg-accent-soft p-2">
            <p className="flex items-center gap-2 px-1 pb-1.5 text-sm font-bold text-accent">
              <Repeat
                aria-hidden="true"
                className={classNames('size-5', running && 'animate-spin [animation-duration:1.6s]')}
              />
              <span>{t('repeat', { total: numbers.integer(total) })}</span>
            </p>
            <div className="flex flex-col gap-2">
              {block(
                'feed',
                t('feed'),
                t('feedNow', { count: indices.length, labels: labels.length }),
                <div
                  role="img"
                  aria-label={
                    pictures.length === 0
                      ? t('feedWait')
                      : t('pictures', { labels: pictures.map(({ label }) => labels[label]).join(' ') })
                  }
                  className="mt-1 grid min-h-30 grid-cols-8 content-start gap-1 @min-[46rem]:min-h-0"
                >
                  {pictures.length === 0 ? (
                    <p className="col-span-8 text-sm text-ink-soft">{t('feedWait')}</p>
                  ) : (
                    pictures.map((picture) => (
                      <PictureCanvas
                        key={picture.index}
                        pixels={picture.pixels}
                        size={side}
                        className="rounded-[2px]"
                      />
                    ))
                  )}
                </div>,
              )}
              {block(
                'gradient',
                t('gradient'),
                <>
                  <span>{`${t('gradientNow', { weights })} · ${t('lossNow')}`}</span>{' '}
                  <strong className="inline-block min-w-[6ch] text-ink">{numbers.loss(now.loss)}</strong>
                  <span className="block min-h-[3em]" data-testid="still-weights" data-still={still}>
                    {still > 0 &&
                      t('still', { still: numbers.integer(still), share: numbers.percent(still / count, 0) })}
                  </span>
                </>,
              )}
              {block('update', t('update'), t('updateNow', { updates: now.step }))}
            </div>
            <p className="tabular flex items-center gap-2 px-1 pt-2 text-sm font-bold text-accent">
              <Flag aria-hidden="true" className="size-5" />
              <span>{`${t('step', { step: numbers.integer(now.step), total: numbers.integer(total) })} · ${t(
                'epoch',
                {
                  epoch: Math.min(experiment.epochs, Math.floor(now.epoch) + 1),
                  epochs: experiment.epochs,
                },
              )}`}</span>
            </p>
          </div>
        </Card>
        <div className="flex min-w-0 flex-col gap-3">
          <p
            className={classNames(
              'min-h-17 rounded-md border px-4 py-3 text-sm',
              finished ? 'border-ok/40 bg-ok-soft font-semibold' : 'border-line bg-surface-sunken',
            )}
          >
            {finished
              ? broken(
                  t('finished', {
                    steps: numbers.integer(now.step),
                    accuracy: numbers.percent(now.validationAccuracy),
                  }),
                )
              : running
                ? t('speed', { rate: numbers.integer(now.examplesPerSecond) })
                : t('idle')}
          </p>
          <Card graphPaper className="!p-3 sm:!p-4">
            <CurvesPanel
              dataset={dataset}
              points={current?.points ?? NO_POINTS}
              totalSteps={total}
              other={NO_POINTS}
              otherName={null}
            />
          </Card>
        </div>
      </div>
    </div>
  );
}

interface LoopBlockProps {
  id: LoopPhase;
  lit: boolean;
  turning: boolean;
  title: string;
  words: ReactNode;
  children?: Elements;
}

/** A block of the running loop: lights up when its turn comes. */
function LoopBlock({ id, lit, turning, title, words, children }: LoopBlockProps) {
  const Icon = BLOCK_ICONS[id];
  return (
    <div
      data-lit={lit}
      className={classNames(
        'rounded-md border-2 bg-surface-raised px-3 py-2 transition-[border-color,background-color]',
        lit ? 'border-accent bg-warn-soft' : turning ? 'border-accent' : 'border-line-strong',
      )}
    >
      <h2 className="flex items-center gap-2 text-sm font-semibold">
        <Icon aria-hidden="true" className="size-5 shrink-0 text-accent" />
        <span>{title}</span>
      </h2>
      <p className="tabular pl-7 text-sm text-ink-soft">{words}</p>
      {children}
    </div>
  );
}
