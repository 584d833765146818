'use client';

import { useTranslations } from 'use-intl';
import { Axes, AxisName, Grid, TicksX, TicksY } from '@/client/charts/plot/axes';
import { Level } from '@/client/charts/plot/marks';
import { seriesPath } from '@/client/charts/plot/plot-area';
import { PlotFrame } from '@/client/charts/plot/plot-frame';
import { useNumbers } from '@/client/i18n/use-numbers';
import { LOSS_EVERY, RELAY_STEPS } from '@/protocol/relay-settings';
import type { RelayTeamNow } from '@/protocol/relay-views';

interface Props {
  teams: readonly Pick<RelayTeamNow, 'losses'>[];
  /** CSS pixels. */
  height: number;
  /** CSS pixels of the writing. */
  font?: number;
}

const LINES = [0, 0.25, 0.5, 0.75, 1];
const TICKS = [0, RELAY_STEPS / 2, RELAY_STEPS];
/** Of somebody who always says one half: ln 2. */
const CHANCE = Math.LN2;

/** The loss of each network, step by step. */
export function RelayLosses({ teams, height, font = 13 }: Props) {
  const t = useTranslations('relay.losses');
  const { decimal, integer } = useNumbers();
  const last = teams.flatMap(({ losses }) => losses.at(-1) ?? []);
  const label = t('says', {
    best: decimal(last.length > 0 ? Math.min(...last) : null, 2),
    worst: decimal(last.length > 0 ? Math.max(...last) : null, 2),
  });
  return (
    <PlotFrame
      label={label}
      height={height}
      margin={{ left: font * 3.2, right: font * 1.4, top: font, bottom: 16 + font * 2.2 }}
      x={{ range: [0, RELAY_STEPS] }}
      y={{ range: [0, 1], held: true }}
      testId="relay-losses"
    >
      {(area) => (
        <>
          <Grid area={area} y={LINES} />
          <Axes area={area} />
          <TicksX area={area} at={TICKS} write={(step) => integer(step)} font={font} />
          <TicksY area={area} at={LINES} write={(loss) => decimal(loss, 2)} font={font} />
          <AxisName area={area} name={t('x')} font={font} />
          <Level
            area={area}
            value={CHANCE}
            name={t('chance')}
            dash={`${font / 3} ${font / 3}`}
            strokeWidth={font / 10}
            font={font}
            end="right"
            down={-font / 3}
          />
          {teams.map(({ losses }, index) => (
            <path
              // biome-ignore lint/suspicious/noArrayIndexKey: a network is its number.
              key={index}
              d={seriesPath(area, losses.length, (i) => [i * LOSS_EVERY, losses[i]!])}
              fill="none"
              stroke={`var(--series-${(index % 8) + 1})`}
              strokeWidth={font / 6}
              strokeDasharray={index >= 8 ? '6 3' : undefined}
            />
          ))}
        </>
      )}
    </PlotFrame>
  );
}
