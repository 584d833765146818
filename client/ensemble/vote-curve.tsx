'use client';

import { useTranslations } from 'use-intl';
import { Axes, AxisName, Grid, TicksX, TicksY } from '@/client/charts/plot/axes';
import { Level } from '@/client/charts/plot/marks';
import { type Axis, type PlotArea, seriesPath } from '@/client/charts/plot/plot-area';
import { PlotFrame } from '@/client/charts/plot/plot-frame';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { EnsembleResult } from '@/protocol/ensemble-views';

interface Props {
  result: Pick<EnsembleResult, 'curve' | 'best'>;
  /** CSS pixels. */
  height: number;
  /** CSS pixels of the writing. */
  font?: number;
}

/** Room beyond what is drawn, as a share. */
const ROOM = 0.01;
/** Lines across the picture at most. */
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2];
const MOST_LINES = 6;

/** How good the vote of 1, 2, 4, … networks is, with the band of the groups that were drawn, against the best network alone. */
export function VoteCurve({ result, height, font = 13 }: Props) {
  const t = useTranslations('ensemble.curve');
  const numbers = useNumbers();
  const { curve, best } = result;
  const y = sharesOf([best, ...curve.flatMap(({ low, high, mean }) => [low, high, mean])]);
  const x: Axis = { range: [1, Math.max(2, curve.at(-1)!.voters)], logarithmic: true, inset: font };
  const percent = (share: number) => numbers.percent(share);
  const label = t('says', {
    points: curve
      .map(({ voters, mean }) => t('point', { voters: numbers.integer(voters), share: percent(mean) }))
      .join(', '),
    best: percent(best),
  });
  return (
    <div>
      <PlotFrame
        label={label}
        height={height}
        margin={{ left: font * 4.2, right: font, top: font, bottom: 16 + font * 2.2 }}
        x={x}
        y={{ range: [y[0]!, y.at(-1)!] }}
        testId="vote-curve"
      >
        {(area) => (
          <>
            <Grid area={area} y={y} />
            <path d={bandPath(area, curve)} fill="var(--ink-soft)" opacity="0.22" />
            <Axes area={area} />
            <TicksX
              area={area}
              at={ticksOf(curve.map(({ voters }) => voters))}
              write={numbers.integer}
              font={font}
            />
            <TicksY area={area} at={y} write={(share) => numbers.percent(share, 0)} font={font} />
            <AxisName area={area} name={t('x')} font={font} />
            <Level
              area={area}
              value={best}
              name={t('best')}
              dash={`${font / 2} ${font / 3}`}
              strokeWidth={font / 6}
              font={font}
              // The curve ends above it, as a rule.
              end="right"
              down={font + 4}
            />
            <path
              d={seriesPath(area, curve.length, (i) => [curve[i]!.voters, curve[i]!.mean])}
              fill="none"
              stroke="var(--accent)"
              strokeWidth={font / 5}
            />
            {curve.map(({ voters, mean }) => (
              <circle key={voters} cx={area.x(voters)} cy={area.y(mean)} r={font / 3} fill="var(--accent)" />
            ))}
          </>
        )}
      </PlotFrame>
      <p className="text-ink-soft" style={{ fontSize: font }}>
        {t('band')}
      </p>
    </div>
  );
}

/** Even shares around those that are drawn. */
function sharesOf(drawn: readonly number[]): number[] {
  const least = Math.max(0, Math.min(...drawn) - ROOM);
  const most = Math.min(1, Math.max(...drawn) + ROOM);
  const step = STEPS.find((one) => (most - least) / one <= MOST_LINES - 2) ?? STEPS.at(-1)!;
  const first = Math.floor(least / step);
  const last = Math.min(Math.ceil(most / step), Math.round(1 / step));
  return Array.from({ length: Math.max(2, last - first + 1) }, (_, i) => (first + i) * step);
}

/** All sizes, without one that would stand on the last. */
function ticksOf(voters: readonly number[]): number[] {
  const last = voters.at(-1)!;
  return voters.filter((size) => size === last || size * 1.5 <= last);
}

function bandPath(area: PlotArea, curve: EnsembleResult['curve']): string {
  const there = seriesPath(area, curve.length, (i) => [curve[i]!.voters, curve[i]!.high]);
  const back = curve.toReversed();
  return `${there}${seriesPath(area, back.length, (i) => [back[i]!.voters, back[i]!.low]).replace('M', 'L')}Z`;
}
