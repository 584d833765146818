'use client';

import { useTranslations } from 'use-intl';
import { quartilesOf } from '@/base/quartiles';
import { Axes, AxisName, Grid, TicksX, TicksY } from '@/client/charts/plot/axes';
import { DirectLabel } from '@/client/charts/plot/marks';
import { type PlotArea, seriesPath } from '@/client/charts/plot/plot-area';
import { PlotFrame } from '@/client/charts/plot/plot-frame';
import { useNumbers } from '@/client/i18n/use-numbers';
import { KNOBS } from '@/protocol/knob-settings';
import type { KnobExpected, KnobLaw, KnobNow } from '@/protocol/knob-views';
import { fittingTicks, type KnobAxes, knobAxes } from './knob-axes';
import { useKnobWords } from './knob-words';

interface Props {
  knob: KnobNow;
  /** CSS pixels. */
  height: number;
  /** CSS pixels of the writing. */
  font?: number;
}

/** The values that were dealt against what came of them: a dot a network, the class's middle, and what it had expected. */
export function KnobChart({ knob, height, font = 13 }: Props) {
  const t = useTranslations('knob.chart');
  const numbers = useNumbers();
  const words = useKnobWords();
  const { setting, rounds, law } = knob;
  const { next } = KNOBS[setting];
  const values = next === null ? rounds[0]!.values : [...rounds[0]!.values, next];
  const axes = knobAxes(setting, values, next !== null, font);
  const measured = rounds.flatMap((round) =>
    round.values.flatMap((value, at) => {
      const results = round.results[at]!;
      return results.length === 0 ? [] : [{ value, results, middle: quartilesOf(results).middle }];
    }),
  );
  const percent = (share: number) => numbers.percent(share);
  const expected = rounds[0]!.expected;
  const label = t('says', {
    ...{ setting: words.name(setting), measure: t(axes.measure) },
    points:
      measured.length === 0
        ? t('empty')
        : measured
            .map(({ value, middle, results }) =>
              t('value', {
                ...{ value: words.write(setting, value), share: percent(axes.of(middle)) },
                count: results.length,
              }),
            )
            .join(', '),
    expected:
      expected === null
        ? t('expectedNothing')
        : t('expectedSays', {
            values: expected.map(({ middle }) => percent(axes.of(middle))).join(', '),
          }),
  });
  return (
    <div>
      <p className="text-ink-soft" style={{ fontSize: font }}>
        {t(`${axes.measure}Axis`)}
      </p>
      <PlotFrame
        label={label}
        height={height}
        margin={{ left: font * 3.6, right: font, top: font, bottom: 16 + font * 2.2 }}
        x={axes.x}
        y={axes.y}
        testId="knob-chart"
      >
        {(area) => (
          <>
            <Grid area={area} y={axes.ticksY} />
            <Axes area={area} />
            <TicksX
              area={area}
              at={fittingTicks(area, axes.ticksX, font)}
              write={(value) => words.write(setting, value)}
              font={font}
            />
            <TicksY area={area} at={axes.ticksY} write={(share) => numbers.percent(share, 0)} font={font} />
            <AxisName area={area} name={words.name(setting)} font={font} />
            {rounds.map(
              (round) =>
                round.expected && (
                  <Expected
                    key={round.values[0]}
                    {...{ area, axes, font }}
                    values={round.values}
                    expected={round.expected}
                    name={t('expected')}
                  />
                ),
            )}
            {law && <Law area={area} law={law} from={values[0]!} font={font} name={t('line')} />}
            {!law && (
              <path
                d={seriesPath(area, measured.length, (i) => [
                  measured[i]!.value,
                  axes.of(measured[i]!.middle),
                ])}
                fill="none"
                stroke="var(--accent)"
                strokeWidth={font / 6}
              />
            )}
            <Dots area={area} axes={axes} measured={measured} font={font} />
          </>
        )}
      </PlotFrame>
      <p className="text-ink-soft" style={{ fontSize: font }}>
        {t('legend')}
      </p>
    </div>
  );
}

interface Drawn {
  area: PlotArea;
  axes: KnobAxes;
  font: number;
}

interface Measured {
  value: number;
  results: readonly number[];
  middle: number;
}

/** A network each; those that would lie on each other stand side by side. */
function Dots({ area, axes, measured, font }: Drawn & { measured: readonly Measured[] }) {
  const size = font / 3;
  return measured.map(({ value, results }) =>
    results.map((accuracy, i) => {
      const same = results.indexOf(accuracy);
      const many = results.lastIndexOf(accuracy) - same;
      return (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: results of one value are numbers in order, and nothing else.
          key={`${value} ${i}`}
          cx={area.x(value) + (i - same - many / 2) * 1.6 * size}
          cy={area.y(axes.of(accuracy))}
          r={size}
          fill="var(--accent)"
          stroke="var(--surface-raised)"
          strokeWidth="1"
        />
      );
    }),
  );
}

/** The middle of what was drawn, dashed, and the middle half around it. */
function Expected(
  props: Drawn & { values: readonly number[]; expected: readonly KnobExpected[]; name: string },
) {
  const { area, axes, font, values, expected, name } = props;
  const place = (i: number, which: keyof KnobExpected) => [values[i]!, axes.of(expected[i]![which])] as const;
  const last = values.length - 1;
  if (last === 0) {
    const x = area.x(values[0]!);
    return (
      <path
        d={`M${x - font} ${area.y(axes.of(expected[0]!.middle))}h${2 * font}`}
        stroke="var(--ink-soft)"
        strokeWidth={font / 6}
        strokeDasharray={`${font / 2} ${font / 3}`}
      />
    );
  }
  const there = seriesPath(area, values.length, (i) => place(i, 'high'));
  const back = seriesPath(area, values.length, (i) => place(last - i, 'low'));
  return (
    <g>
      <path d={`${there}${back.replace('M', 'L')}Z`} fill="var(--ink-soft)" opacity="0.14" />
      <path
        d={seriesPath(area, values.length, (i) => place(i, 'middle'))}
        fill="none"
        stroke="var(--ink-soft)"
        strokeWidth={font / 7}
        strokeDasharray={`${font / 2} ${font / 3}`}
      />
      <DirectLabel
        name={name}
        colour="var(--ink-soft)"
        plain
        x={area.x(values[0]!) + font / 2}
        y={area.y(axes.of(expected[0]!.middle)) - font / 2}
        fontSize={font}
      />
    </g>
  );
}

/** The line through the points, and what it foretells, with its bounds. */
function Law(props: Pick<Drawn, 'area' | 'font'> & { law: KnobLaw; from: number; name: string }) {
  const { area, law, from, font, name } = props;
  const { slope, start, next } = law;
  const at = (value: number) => area.y(Math.min(1, start * value ** slope));
  const x = area.x(next.value);
  const half = font / 2;
  const between = Math.sqrt(from * next.value);
  return (
    <g stroke="var(--positive)" strokeWidth={font / 6} fill="none">
      <path d={`M${area.x(from)} ${at(from)}L${x} ${at(next.value)}`} />
      <path
        d={`M${x} ${area.y(next.low)}V${area.y(next.high)}M${x - half} ${area.y(next.low)}h${font}M${x - half} ${area.y(next.high)}h${font}`}
      />
      <DirectLabel
        name={name}
        colour="var(--positive)"
        x={area.x(between)}
        y={at(between) + 1.5 * font}
        textAnchor="end"
        fontSize={font}
      />
    </g>
  );
}
