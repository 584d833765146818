'use client';

import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useKept } from '@/client/benches/frame/use-kept';
import { useReached } from '@/client/benches/frame/use-reached';
import { writeFixed } from '@/client/benches/numbers/number-text';
import { useWalk } from '@/client/benches/walk/use-walk';
import { WalkBar } from '@/client/benches/walk/walk-bar';
import { useNumbers } from '@/client/i18n/use-numbers';
import { SegmentedControl } from '@/client/ui/segmented-control';
import type { Pair } from '@/engine/landscape/landscapes';
import { arrivalOf, endOf, outcomeAt, pathOf } from './descent-trace';
import {
  type LandscapeWork,
  landscapeShape,
  MAP_RATES,
  MAP_STEPS,
  SHOWN_LANDSCAPES,
  shownLandscape,
} from './kept-landscape';
import { LandscapeMap } from './landscape-map';
import { MapPath } from './map-path';
import { METHOD_LOOKS } from './method-looks';
import { PlaceFields } from './place-fields';
import { RateField } from './rate-field';

const PER_SECOND = 12;

/** Lesson 7: two weights, a landscape seen from above, a ball. A tap places it; the rate bends the whole path. */
export default function DescentLandscape({ place }: BenchProps<'descent-landscape'>) {
  const t = useTranslations('descent');
  const numbers = useNumbers();
  const [work, keep] = useKept<LandscapeWork>(
    place,
    'landscape',
    { landscape: 'bowl', start: null, taken: 0, rate: 0.15 },
    landscapeShape,
  );
  const { rate } = work;
  const landscape = shownLandscape(work.landscape);
  const start = work.start ?? landscape.start;
  const held = place.held !== null;
  const path = useMemo(
    () => pathOf(landscape, { optimizer: 'sgd', learningRate: rate, start }, MAP_STEPS),
    [landscape, rate, start],
  );
  const walk = useWalk({
    taken: work.taken,
    most: endOf(landscape, path),
    perSecond: PER_SECOND,
    held,
    keep: (taken) => keep({ ...work, taken }),
  });
  const { taken, running } = walk;
  const point = path[taken]!;
  const { slope } = point;
  const outcome = outcomeAt(landscape, path, taken, MAP_STEPS);
  const steps = outcome === 'arrived' ? arrivalOf(landscape, path)! : taken;
  const words = t(`outcome.${outcome}`, { steps });

  const arrived = outcome === 'arrived';
  useReached(place, 'goal', Number(arrived), 1);
  useFacts<'descent-landscape'>(place, {
    ...{ landscape: work.landscape, arrived },
    over: outcome !== 'ready' && outcome !== 'going',
  });

  const { announce } = place;
  const said = useRef(outcome);
  useEffect(() => {
    if (said.current === outcome) return;
    said.current = outcome;
    if (outcome !== 'ready' && outcome !== 'going') announce(words);
  }, [outcome, words, announce]);

  const placeBall = (next: Pair) => keep({ ...work, start: next, taken: 0 });
  const next = slope && { a: point.a - rate * slope.a, b: point.b - rate * slope.b };

  return (
    <BenchFrame label={t('label.landscape')} held={place.held}>
      <div
        data-testid="run-status"
        data-state={running ? 'training' : outcome}
        data-step={taken}
        className="@container"
      >
        <div className="mb-3">
          <SegmentedControl
            label={t('landscape.choose')}
            labelVisible
            value={work.landscape}
            onChange={(value) => {
              walk.pause();
              keep({ ...work, landscape: value, start: null, taken: 0 });
            }}
            segments={SHOWN_LANDSCAPES.map((value) => ({ value, label: t(`landscapes.${value}`) }))}
          />
        </div>
        <div className="grid items-start gap-x-6 gap-y-4 @min-[42rem]:grid-cols-[minmax(0,1fr)_minmax(0,0.95fr)]">
          <div className="mx-auto w-full max-w-[28rem]">
            <LandscapeMap
              landscape={landscape}
              label={t('landscape.now', {
                landscape: t(`landscapes.${work.landscape}`),
                step: taken,
                a: writeFixed(point.a, 2),
                b: writeFixed(point.b, 2),
                loss: numbers.loss(point.loss),
              })}
              choice={held ? null : { place: start, onPlace: placeBall, onUndo: () => keep(work) }}
            >
              <MapPath half={landscape.half} path={path} taken={taken} look={METHOD_LOOKS.sgd} next={next} />
            </LandscapeMap>
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <WalkBar walk={walk} runLabel={t('run')} toEnd compact />
            <RateField
              label={t('rate')}
              spoken={t('rate')}
              value={rate}
              onChange={(value) => keep({ ...work, taken, rate: value })}
              range={MAP_RATES}
              held={held}
            />
            <PlaceFields place={start} half={landscape.half} held={held} onChange={placeBall} />
            <dl className="tabular grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 rounded-md border border-line bg-surface-raised px-4 py-3 text-sm">
              <dt className="text-ink-soft">{t('stepWord')}</dt>
              <dd className="text-right font-semibold">{numbers.integer(taken)}</dd>
              <dt className="text-ink-soft">{t('loss')}</dt>
              <dd className="text-right font-semibold">{numbers.loss(point.loss)}</dd>
              <dt className="text-ink-soft">{t('landscape.slope', { name: 'w₁' })}</dt>
              <dd className="text-right font-semibold">{slope ? writeFixed(slope.a, 3) : '–'}</dd>
              <dt className="text-ink-soft">{t('landscape.slope', { name: 'w₂' })}</dt>
              <dd className="text-right font-semibold">{slope ? writeFixed(slope.b, 3) : '–'}</dd>
            </dl>
            <p className="min-h-18 text-sm" data-testid="outcome">
              {outcome === 'ready' ? (
                <span className="text-ink-soft">{t(`landscape.about.${work.landscape}`)}</span>
              ) : (
                <strong>{words}</strong>
              )}
            </p>
          </div>
        </div>
      </div>
    </BenchFrame>
  );
}
