'use client';

import { useTranslations } from 'use-intl';
import { Axes, AxisName, Grid, TicksX, TicksY } from '@/client/charts/plot/axes';
import { DirectLabel, Level } from '@/client/charts/plot/marks';
import { seriesPath } from '@/client/charts/plot/plot-area';
import { PlotFrame } from '@/client/charts/plot/plot-frame';
import { useNumbers } from '@/client/i18n/use-numbers';
import { ROUNDS_PLANNED } from '@/protocol/rounds-settings';
import type { RoundsNow } from '@/protocol/rounds-views';

interface Props {
  rounds: Pick<RoundsNow, 'done' | 'alone' | 'rule'>;
  /** What the viewer's own network gets right that was trained alone. */
  own?: number | null;
  /** CSS pixels. */
  height: number;
  /** CSS pixels of the writing. */
  font?: number;
}

const LINES = [0, 0.25, 0.5, 0.75, 1];
const TICKS = [0, 10, 20, ROUNDS_PLANNED];

/** What the class's network gets right after each round, what the other rule would have made of the same weights, and what networks alone get right. */
export function RoundsChart({ rounds: { done, alone, rule }, own = null, height, font = 13 }: Props) {
  const t = useTranslations('rounds.chart');
  const { percent } = useNumbers();
  const last = done.at(-1);
  const label = t('says', {
    rounds: done.length,
    right: percent(last?.right, 0),
    other: percent(last?.other, 0),
    alone: percent(alone?.median, 0),
  });
  const otherRule = rule === 'mean' ? 'median' : 'mean';
  return (
    <PlotFrame
      label={label}
      height={height}
      margin={{ left: font * 3.6, right: font * 1.2, top: font, bottom: 16 + font * 2.2 }}
      x={{ range: [0, ROUNDS_PLANNED] }}
      y={{ range: [0, 1] }}
      testId="rounds-chart"
    >
      {(area) => {
        // Near the right edge names stand before the ends of their lines.
        const at = last ? area.x(last.round) : area.left;
        const before = last !== undefined && last.round > ROUNDS_PLANNED * 0.7;
        const beside = {
          x: before ? at - font / 2 : at + font / 2,
          textAnchor: before ? ('end' as const) : ('start' as const),
        };
        const higher = last !== undefined && last.right >= last.other;
        // The upper name stands above its line, the lower one below its own, and neither on the axis or on the other.
        const upper = Math.min(
          area.y(Math.max(last?.right ?? 0, last?.other ?? 0)) - font * 0.7,
          area.bottom - font * 1.9,
        );
        const lower = Math.min(
          area.y(Math.min(last?.right ?? 0, last?.other ?? 0)) + font * 1.7,
          area.bottom - font * 0.4,
        );
        return (
          <>
            <Grid area={area} y={LINES} />
            {alone && (
              <rect
                x={area.left}
                y={area.y(alone.best)}
                width={area.right - area.left}
                height={Math.max(1, area.y(alone.worst) - area.y(alone.best))}
                fill="var(--ink-soft)"
                opacity="0.22"
              />
            )}
            <Axes area={area} />
            <TicksX area={area} at={TICKS} write={(round) => round} font={font} />
            <TicksY area={area} at={LINES} write={(share) => percent(share, 0)} font={font} />
            <AxisName area={area} name={t('x')} font={font} />
            {alone && (
              <Level
                area={area}
                value={own ?? alone.median}
                name={t(own === null ? 'alone' : 'own')}
                dash={`${font / 3} ${font / 3}`}
                strokeWidth={font / 8}
                font={font}
                end="right"
                down={font + 4}
              />
            )}
            {last && (
              <>
                <path
                  d={seriesPath(area, done.length, (i) => [done[i]!.round, done[i]!.other])}
                  fill="none"
                  stroke="var(--series-2)"
                  strokeWidth={font / 7}
                  strokeDasharray={`${font / 2} ${font / 3}`}
                />
                <path
                  d={seriesPath(area, done.length, (i) => [done[i]!.round, done[i]!.right])}
                  fill="none"
                  stroke="var(--accent)"
                  strokeWidth={font / 4}
                />
                <circle cx={at} cy={area.y(last.right)} r={font / 2.5} fill="var(--accent)" />
                <DirectLabel
                  name={t('class', { rule: t(`rules.${rule}`), share: percent(last.right, 0) })}
                  colour="var(--accent)"
                  {...beside}
                  y={higher ? upper : lower}
                  fontSize={font}
                />
                <DirectLabel
                  name={t('other', { rule: t(`rules.${otherRule}`), share: percent(last.other, 0) })}
                  colour="var(--series-2)"
                  plain
                  {...beside}
                  y={higher ? lower : upper}
                  fontSize={font}
                />
              </>
            )}
          </>
        );
      }}
    </PlotFrame>
  );
}
