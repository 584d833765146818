'use client';

import { useTranslations } from 'use-intl';
import { Axes, AxisName, Grid, TicksX, TicksY } from '@/client/charts/plot/axes';
import { type Axis, decadesOf, plotArea, seriesPath } from '@/client/charts/plot/plot-area';
import { PlotFrame } from '@/client/charts/plot/plot-frame';
import { useElementWidth } from '@/client/charts/use-element-width';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { SweepTrial } from '@/client/training/sweep/sweep';
import { SWEEPING, type SweptSetting } from '@/client/training/sweep/sweep-plan';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import { useSweptWords } from './swept-words';

interface Props {
  setting: SweptSetting;
  trials: readonly SweepTrial[];
  /** The value that is chosen; null: none. */
  chosen: number | null;
  onChoose(value: number): void;
}

const HEIGHT = 260;
const MARGIN = { left: 52, right: 16, top: 12, bottom: 48 };
const SHARES = [0, 0.2, 0.4, 0.6, 0.8, 1];
const ACCURACY: Axis = { range: [0, 1], inset: 8 };
/** Values under the axis at most. */
const MOST_TICKS = 6;

/** The value of the best trial; null while none has come to an accuracy. */
export function bestOf(trials: readonly SweepTrial[]): SweepTrial | null {
  const measured = trials.filter(({ accuracy }) => accuracy !== null);
  return measured.reduce<SweepTrial | null>(
    (best, trial) => (best === null || trial.accuracy! > best.accuracy! ? trial : best),
    null,
  );
}

/** Values against what came of them. Each that was tried is a button; what diverged lies at the bottom with a sign of its own. */
export function SweepChart({ setting, trials, chosen, onChoose }: Props) {
  const t = useTranslations('sweep');
  const numbers = useNumbers();
  const words = useSweptWords();
  const [box, width] = useElementWidth<HTMLDivElement>();
  const { logarithmic } = SWEEPING[setting];
  const values = trials.map(({ value }) => value);
  const x: Axis = { range: [values[0]!, values.at(-1)!], logarithmic, inset: 14 };
  const over = trials.filter(({ state }) => state === 'finished' || state === 'diverged');
  const finished = over.filter(({ accuracy }) => accuracy !== null);
  const diverged = over.length - finished.length;
  const best = bestOf(over);
  const name = words.name(setting);
  const label =
    best === null
      ? t('chart.labelNone', { setting: name, diverged })
      : t('chart.label', {
          setting: name,
          over: over.length,
          best: numbers.percent(best.accuracy),
          value: words.write(setting, best.value),
          diverged,
        });
  const area = plotArea(
    {
      left: MARGIN.left,
      top: MARGIN.top,
      right: Math.max(MARGIN.left + 40, width - MARGIN.right),
      bottom: HEIGHT - MARGIN.bottom,
    },
    x,
    ACCURACY,
  );
  const ticks = logarithmic && values.at(-1)! / values[0]! >= 100 ? decadesOf(area.x) : thinned(values);
  return (
    <div>
      <h3 className="mb-1 text-base">{t('chart.title')}</h3>
      <div ref={box} className="relative">
        <PlotFrame label={label} height={HEIGHT} margin={MARGIN} x={x} y={ACCURACY} testId="sweep-picture">
          {(frame) => (
            <>
              <Grid area={frame} x={ticks} y={SHARES} />
              <Axes area={frame} />
              <TicksX area={frame} at={ticks} write={(value) => words.write(setting, value)} />
              <TicksY area={frame} at={SHARES} write={(value) => numbers.percent(value, 0)} />
              <AxisName area={frame} name={name} />
              <path
                d={seriesPath(frame, trials.length, (i) => [trials[i]!.value, trials[i]!.accuracy])}
                fill="none"
                stroke="var(--ink-soft)"
                strokeWidth="1.5"
              />
            </>
          )}
        </PlotFrame>
        {width > 0 && (
          <OneStopGroup role="group" aria-label={t('chart.points')} className="absolute inset-x-0 top-0">
            {over.map(({ value, accuracy }) => (
              <span
                key={value}
                className="absolute -translate-1/2"
                style={{ left: area.x(value), top: area.y(accuracy ?? 0) }}
              >
                <button
                  type="button"
                  aria-pressed={value === chosen}
                  aria-label={
                    accuracy === null
                      ? t('chart.pointDiverged', { setting: name, value: words.write(setting, value) })
                      : t('chart.point', {
                          setting: name,
                          value: words.write(setting, value),
                          accuracy: numbers.percent(accuracy),
                        })
                  }
                  onClick={() => onChoose(value)}
                  className="grid size-6 place-items-center rounded-full"
                >
                  <PointSign
                    diverged={accuracy === null}
                    best={value === best?.value}
                    chosen={value === chosen}
                  />
                </button>
              </span>
            ))}
          </OneStopGroup>
        )}
      </div>
      {diverged > 0 && <p className="text-sm text-ink-soft">{t('chart.legend')}</p>}
    </div>
  );
}

function PointSign({ diverged, best, chosen }: { diverged: boolean; best: boolean; chosen: boolean }) {
  return (
    <svg viewBox="-12 -12 24 24" aria-hidden="true" className="size-6">
      {chosen && <circle r="10" fill="none" stroke="var(--ink)" strokeWidth="2" />}
      {diverged ? (
        <path d="M-5 -5L5 5M-5 5L5 -5" stroke="var(--danger)" strokeWidth="2.5" strokeLinecap="round" />
      ) : (
        <circle r={best ? 6.5 : 4.5} fill="var(--accent)" stroke="var(--surface-raised)" strokeWidth="1.5" />
      )}
    </svg>
  );
}

/** Few enough to stand beside each other, both ends among them. */
function thinned(values: readonly number[]): number[] {
  if (values.length <= MOST_TICKS) return [...values];
  return Array.from(
    { length: MOST_TICKS },
    (_, i) => values[Math.round((i * (values.length - 1)) / (MOST_TICKS - 1))]!,
  );
}
