'use client';

import { type KeyboardEvent, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Axes, AxisName, Grid, TicksX, TicksY } from '@/client/charts/plot/axes';
import { plotArea, seriesPath } from '@/client/charts/plot/plot-area';
import { PlotFrame } from '@/client/charts/plot/plot-frame';
import { followPointer } from '@/client/charts/svg-drag';
import { useElementWidth } from '@/client/charts/use-element-width';
import { useNumbers } from '@/client/i18n/use-numbers';
import { holdTouch } from '@/client/pointers/follow';
import type { KnobSetting } from '@/protocol/knob-settings';
import { fittingTicks, knobAxes } from './knob-axes';
import { useKnobWords } from './knob-words';

interface Props {
  setting: KnobSetting;
  values: readonly number[];
  /** In percent, one for each value. */
  percents: readonly number[];
  onChange(change: (percents: readonly number[]) => number[]): void;
}

const HEIGHT = 220;
const FONT = 13;
const MARGIN = { left: 48, right: 14, top: 12, bottom: 44 };
const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: 5,
  ArrowRight: 5,
  ArrowDown: -5,
  ArrowLeft: -5,
  PageUp: 20,
  PageDown: -20,
  Home: -100,
  End: 100,
};
const held = (percent: number) => Math.min(100, Math.max(0, Math.round(percent)));

/** A curve that is drawn with a finger over the picture, or point by point with the arrow keys: what is expected of each value. */
export function ExpectedCurve({ setting, values, percents, onChange }: Props) {
  const t = useTranslations('knob');
  const numbers = useNumbers();
  const words = useKnobWords();
  const [box, width] = useElementWidth<HTMLDivElement>();
  const axes = useMemo(() => knobAxes(setting, values, false, FONT), [setting, values]);
  const area = plotArea(
    {
      left: MARGIN.left,
      top: MARGIN.top,
      right: Math.max(MARGIN.left + 40, width - MARGIN.right),
      bottom: HEIGHT - MARGIN.bottom,
    },
    axes.x,
    axes.y,
  );
  const set = (at: number, percent: number) =>
    onChange((before) => before.map((one, i) => (i === at ? held(percent) : one)));
  const press = (event: KeyboardEvent, at: number) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onChange((before) => before.map((one, i) => (i === at ? held(one + step) : one)));
  };
  const nearest = (x: number) =>
    values.reduce(
      (best, value, at) => (Math.abs(area.x(value) - x) < Math.abs(area.x(values[best]!) - x) ? at : best),
      0,
    );
  return (
    <div ref={box} className="relative max-w-3xl">
      <PlotFrame
        label={t('draw')}
        height={HEIGHT}
        margin={MARGIN}
        x={axes.x}
        y={axes.y}
        testId="expected-curve"
      >
        {(frame) => (
          <>
            <Grid area={frame} x={values} y={axes.ticksY} />
            <Axes area={frame} />
            <TicksX
              area={frame}
              at={fittingTicks(frame, values, FONT)}
              write={(value) => words.write(setting, value)}
              font={FONT - 1}
            />
            <TicksY area={frame} at={axes.ticksY} write={(share) => numbers.percent(share, 0)} />
            <AxisName area={frame} name={words.name(setting)} />
            <path
              d={seriesPath(frame, values.length, (i) => [values[i]!, percents[i]! / 100])}
              fill="none"
              stroke="var(--accent)"
              strokeWidth="2.5"
            />
            <rect
              ref={holdTouch}
              x={frame.left}
              y={frame.top}
              width={frame.right - frame.left}
              height={frame.bottom - frame.top}
              fill="transparent"
              className="cursor-crosshair touch-none"
              onPointerDown={(event) =>
                followPointer(event, {
                  atOnce: true,
                  onMove: ({ x, y }) => set(nearest(x), 100 * frame.y.invert(y)),
                })
              }
            />
          </>
        )}
      </PlotFrame>
      {width > 0 &&
        values.map((value, at) => (
          <span
            key={value}
            role="slider"
            tabIndex={0}
            aria-orientation="vertical"
            aria-label={t('point', { setting: words.name(setting), value: words.write(setting, value) })}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={percents[at]}
            aria-valuetext={t('pointValue', { share: numbers.percent(percents[at]! / 100, 0) })}
            onKeyDown={(event) => press(event, at)}
            className="pointer-events-none absolute size-5 -translate-1/2 rounded-full border-2 border-surface-raised bg-accent"
            style={{ left: area.x(value), top: area.y(percents[at]! / 100) }}
          />
        ))}
    </div>
  );
}
