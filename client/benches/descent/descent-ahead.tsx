'use client';

import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useKept } from '@/client/benches/frame/use-kept';
import { useWalk } from '@/client/benches/walk/use-walk';
import { WalkBar } from '@/client/benches/walk/walk-bar';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Checkbox } from '@/client/ui/checkbox';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import { SegmentedControl } from '@/client/ui/segmented-control';
import type { Pair } from '@/engine/landscape/landscapes';
import { DESCENT_METHODS } from '@/protocol/challenges/descent';
import { arrivalOf, endOf, outcomeAt, pathOf } from './descent-trace';
import { aheadShape, FIRST_AHEAD } from './kept-ahead';
import { MAP_RATES, MAP_STEPS, SHOWN_LANDSCAPES, shownLandscape } from './kept-landscape';
import { LandscapeMap } from './landscape-map';
import { MapPath } from './map-path';
import { METHOD_LOOKS } from './method-looks';
import { PathSwatch } from './path-swatch';
import { PlaceFields } from './place-fields';
import { RateField } from './rate-field';

const PER_SECOND = 12;

/** Lesson 7: plain descent, momentum and Adam from the same place, each at its own rate. */
export default function DescentAhead({ place }: BenchProps<'descent-ahead'>) {
  const t = useTranslations('descent');
  const numbers = useNumbers();
  const [work, keep] = useKept(place, 'ahead', FIRST_AHEAD, aheadShape);
  const { rates, shown } = work;
  const landscape = shownLandscape(work.landscape);
  const start = work.start ?? landscape.start;
  const held = place.held !== null;
  const walks = useMemo(
    () =>
      DESCENT_METHODS.map((method) => {
        const path = pathOf(landscape, { optimizer: method, learningRate: rates[method], start }, MAP_STEPS);
        return { method, path, end: endOf(landscape, path), arrival: arrivalOf(landscape, path) };
      }),
    [landscape, rates, start],
  );
  const active = walks.filter(({ method }) => shown.includes(method));
  const walk = useWalk({
    taken: work.taken,
    most: Math.max(1, ...active.map(({ end }) => end)),
    perSecond: PER_SECOND,
    held,
    keep: (taken) => keep({ ...work, taken }),
  });
  const { taken, running } = walk;
  const rows = walks.map((one) => {
    const at = Math.min(taken, one.end);
    const outcome = outcomeAt(landscape, one.path, at, MAP_STEPS);
    return { ...one, at, outcome, steps: outcome === 'arrived' ? one.arrival! : at };
  });
  const done = active.length > 0 && taken >= walk.most;

  useFacts<'descent-ahead'>(place, {
    landscape: work.landscape,
    compared: done && active.length === walks.length,
  });

  const { announce } = place;
  const said = useRef(done);
  useEffect(() => {
    if (said.current === done) return;
    said.current = done;
    if (!done) return;
    announce(
      rows
        .filter(({ method }) => shown.includes(method))
        .map(
          ({ method, outcome, steps }) =>
            `${t(`method.${method}`)}: ${t(`outcomeShort.${outcome}`, { steps })}`,
        )
        .join(' '),
    );
  });

  const placeBall = (next: Pair) => keep({ ...work, start: next, taken: 0 });

  return (
    <BenchFrame label={t('label.ahead')} held={place.held}>
      <div
        data-testid="run-status"
        data-state={running ? 'training' : done ? 'finished' : taken > 0 ? 'paused' : 'ready'}
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
        <div className="grid items-start gap-x-6 gap-y-4 @min-[42rem]:grid-cols-[minmax(0,1fr)_minmax(0,0.9fr)]">
          <div className="mx-auto w-full max-w-[28rem]">
            <LandscapeMap
              landscape={landscape}
              label={t('ahead.now', {
                landscape: t(`landscapes.${work.landscape}`),
                step: taken,
                list: rows
                  .filter(({ method }) => shown.includes(method))
                  .map(({ method, path, at }) => `${t(`method.${method}`)} ${numbers.loss(path[at]!.loss)}`)
                  .join(', '),
              })}
              choice={held ? null : { place: start, onPlace: placeBall, onUndo: () => keep(work) }}
            >
              {rows
                .filter(({ method }) => shown.includes(method))
                .map(({ method, path, at }) => (
                  <MapPath
                    key={method}
                    half={landscape.half}
                    path={path}
                    taken={at}
                    look={METHOD_LOOKS[method]}
                    sign={t(`sign.${method}`)}
                  />
                ))}
            </LandscapeMap>
          </div>
          <div className="flex min-w-0 flex-col gap-3">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <WalkBar walk={walk} runLabel={t('run')} toEnd compact />
              <p className="tabular text-sm text-ink-soft">{t('step', { step: taken })}</p>
            </div>
            <OneStopGroup fields>
              <ul className="m-0 flex list-none flex-col gap-2 p-0">
                {rows.map(({ method, path, at, outcome, steps }) => (
                  <li
                    key={method}
                    data-testid={`method-${method}`}
                    data-outcome={outcome}
                    data-steps={steps}
                    className="rounded-md border border-line bg-surface-raised px-3 py-2"
                  >
                    <div className="flex flex-wrap items-center justify-between gap-x-3">
                      <Checkbox
                        label={
                          <span className="inline-flex items-center gap-2 font-semibold">
                            <PathSwatch {...METHOD_LOOKS[method]} />
                            <span>{t(`method.${method}`)}</span>
                          </span>
                        }
                        checked={shown.includes(method)}
                        onChange={(checked) =>
                          keep({
                            ...work,
                            taken,
                            shown: DESCENT_METHODS.filter((one) =>
                              one === method ? checked : shown.includes(one),
                            ),
                          })
                        }
                      />
                      <span className="tabular text-sm">
                        <span>{t('loss')}</span> <strong>{numbers.loss(path[at]!.loss)}</strong>
                      </span>
                    </div>
                    <RateField
                      label={<span className="sr-only">{t('rate')}</span>}
                      spoken={t('ahead.rateOf', { method: t(`method.${method}`) })}
                      value={rates[method]}
                      onChange={(rate) => keep({ ...work, taken, rates: { ...rates, [method]: rate } })}
                      range={MAP_RATES}
                      held={held}
                    />
                    <p className="min-h-5 text-xs text-ink-soft">
                      {outcome === 'ready' || outcome === 'going' ? (
                        t(`ahead.about.${method}`)
                      ) : (
                        <strong className="text-ink">{t(`outcomeShort.${outcome}`, { steps })}</strong>
                      )}
                    </p>
                  </li>
                ))}
              </ul>
            </OneStopGroup>
            <PlaceFields place={start} half={landscape.half} held={held} onChange={placeBall} />
          </div>
        </div>
      </div>
    </BenchFrame>
  );
}
