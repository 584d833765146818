'use client';

import { Shuffle } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useKept } from '@/client/benches/frame/use-kept';
import { writeFixed } from '@/client/benches/numbers/number-text';
import { useWalk } from '@/client/benches/walk/use-walk';
import { WalkBar } from '@/client/benches/walk/walk-bar';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { regressionLandscape } from '@/engine/landscape/regression';
import { FitPicture } from './fit-picture';
import { LandscapeMap } from './landscape-map';
import { MapPath } from './map-path';
import {
  BATCH_IDS,
  BATCH_LOOKS,
  BATCHES,
  dealNoise,
  NOISE_RATES,
  NOISE_TICKS,
  type NoiseWork,
  noisePath,
  noiseShape,
  stepsAfter,
} from './noise-paths';
import { PathSwatch } from './path-swatch';
import { RateField } from './rate-field';

const PER_SECOND = 10;
const AXES = ['a', 'b'] as const;

/** Lesson 7: a real line fitted to real points, by all examples a step, by six, by one: the noise is SGD's own. */
export default function DescentNoise({ place }: BenchProps<'descent-noise'>) {
  const t = useTranslations('descent');
  const numbers = useNumbers();
  const [work, keep] = useKept<NoiseWork>(
    place,
    'noise',
    { clock: 'steps', rate: 0.1, draw: 0, taken: 0 },
    noiseShape,
  );
  const { clock, rate, draw } = work;
  const held = place.held !== null;
  const regression = useMemo(() => dealNoise(place.seed), [place.seed]);
  const landscape = useMemo(() => regressionLandscape(regression), [regression]);
  const lowest = landscape.of(landscape.lowest.a, landscape.lowest.b);
  const paths = useMemo(
    () =>
      BATCH_IDS.map((batch) => ({
        batch,
        path: noisePath(regression, batch, { clock, rate, draw, taken: 0 }, place.seed),
      })),
    [regression, clock, rate, draw, place.seed],
  );
  const walk = useWalk({
    taken: work.taken,
    most: NOISE_TICKS,
    perSecond: PER_SECOND,
    held,
    keep: (taken) => keep({ ...work, taken }),
  });
  const { taken, running } = walk;
  useFacts<'descent-noise'>(place, { clock, finished: taken >= NOISE_TICKS });
  const rows = paths.map(({ batch, path }) => {
    const step = Math.min(path.length - 1, stepsAfter(batch, clock, taken));
    return { batch, path, step, point: path[step]! };
  });
  const list = rows
    .map(({ batch, point }) => `${t(`batch.${batch}`)} ${numbers.loss(point.loss)}`)
    .join(', ');

  const { announce } = place;
  const said = useRef(false);
  useEffect(() => {
    const done = taken >= NOISE_TICKS;
    if (done && !said.current) announce(t('noise.said', { list }));
    said.current = done;
  }, [taken, list, announce, t]);

  return (
    <BenchFrame label={t('label.noise')} held={place.held}>
      <div
        data-testid="run-status"
        data-state={running ? 'training' : taken >= NOISE_TICKS ? 'finished' : taken > 0 ? 'paused' : 'ready'}
        data-step={taken}
        className="mb-3 flex flex-wrap items-end gap-x-5 gap-y-2"
      >
        <WalkBar walk={walk} runLabel={t('run')} />
        <SegmentedControl
          label={t('noise.clock')}
          labelVisible
          value={clock}
          onChange={(value) => {
            walk.pause();
            keep({ ...work, clock: value, taken: 0 });
          }}
          segments={[
            { value: 'steps', label: t('noise.steps') },
            { value: 'examples', label: t('noise.examples') },
          ]}
        />
        <RateField
          className="flex-1 basis-52"
          label={t('rate')}
          spoken={t('rate')}
          value={rate}
          onChange={(value) => keep({ ...work, taken, rate: value })}
          range={NOISE_RATES}
          held={held}
        />
      </div>
      <div className="@container">
        <div className="grid items-start gap-x-6 gap-y-4 @min-[42rem]:grid-cols-[minmax(0,1fr)_minmax(0,0.9fr)]">
          <div className="mx-auto w-full max-w-[28rem]">
            <LandscapeMap landscape={landscape} axes={AXES} label={t('noise.mapNow', { list })}>
              {rows.map(({ batch, path, step }) => (
                <MapPath
                  key={batch}
                  half={landscape.half}
                  path={path}
                  taken={step}
                  look={BATCH_LOOKS[batch]}
                  sign={String(BATCHES[batch])}
                />
              ))}
            </LandscapeMap>
          </div>
          <div className="flex min-w-0 flex-col gap-3">
            <p className="text-sm font-semibold">{t('noise.fit')}</p>
            <FitPicture
              regression={regression}
              lines={rows.map(({ batch, point }) => ({ batch, point }))}
              label={t('noise.fitNow', {
                list: rows
                  .map(
                    ({ batch, point }) =>
                      `${t(`batch.${batch}`)}: ${writeFixed(point.a, 2)} + ${writeFixed(point.b, 2)} x`,
                  )
                  .join(', '),
              })}
            />
            <table className="tabular w-full border-collapse text-sm">
              <caption className="sr-only">{t('noise.table')}</caption>
              <thead className="text-xs text-ink-soft">
                <tr className="border-b border-line-strong">
                  <th scope="col" className="py-1 text-left font-semibold">
                    {t('noise.looksAt')}
                  </th>
                  <th scope="col" className="py-1 text-right font-semibold">
                    {t('noise.stepsTaken')}
                  </th>
                  <th scope="col" className="py-1 text-right font-semibold">
                    {t('noise.seen')}
                  </th>
                  <th scope="col" className="py-1 text-right font-semibold">
                    {t('loss')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ batch, point }) => (
                  <tr
                    key={batch}
                    className="border-b border-line"
                    data-testid={`batch-${batch}`}
                    data-loss={point.loss}
                  >
                    <th scope="row" className="py-1.5 text-left font-semibold">
                      <span className="inline-flex items-center gap-2">
                        <PathSwatch {...BATCH_LOOKS[batch]} />
                        <span>{t(`batch.${batch}`)}</span>
                      </span>
                    </th>
                    <td className="py-1.5 text-right">{numbers.integer(point.step)}</td>
                    <td className="py-1.5 text-right">{numbers.integer(point.seen)}</td>
                    <td className="py-1.5 text-right font-semibold">
                      {point.diverged ? t('noise.lost') : numbers.decimal(point.loss, 3)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <div className="flex flex-wrap items-center justify-between gap-2 text-sm">
              <span className="tabular text-ink-soft">
                {t('noise.lowest', { loss: numbers.decimal(lowest, 3) })}
              </span>
              <Button
                size="sm"
                icon={<Shuffle aria-hidden="true" />}
                onClick={() => keep({ ...work, taken, draw: draw + 1 })}
              >
                {t('noise.reorder')}
              </Button>
            </div>
          </div>
        </div>
      </div>
    </BenchFrame>
  );
}
