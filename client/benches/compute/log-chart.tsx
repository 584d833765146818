'use client';

import { Axes, AxisName, Grid, PlotPaper, TicksX, TicksY } from '@/client/charts/plot/axes';
import { Level } from '@/client/charts/plot/marks';
import { decadesOf, type PlotArea } from '@/client/charts/plot/plot-area';
import { PlotFrame } from '@/client/charts/plot/plot-frame';
import type { Elements } from '@/client/ui/elements';

interface Props {
  title: string;
  /** What it shows now, in words. */
  label: string;
  sizes: readonly number[];
  xName: string;
  y: readonly [from: number, to: number];
  writeY(value: number): string;
  /** Levels to compare with. */
  levels?: readonly { value: number; name: string | null; strong?: boolean }[];
  height: number;
  /** Room at the right for the lines' names. */
  margin?: number;
  /** CSS pixels of the writing. */
  font?: number;
  /** Drawn over it: x is a size's place among the sizes, which are columns, evenly apart. */
  children(area: PlotArea): Elements;
}

/** A picture over sizes, with a logarithmic axis. */
export function LogChart(props: Props) {
  const {
    title,
    label,
    sizes,
    xName,
    y,
    writeY,
    levels = [],
    height,
    margin = 14,
    font = 13,
    children,
  } = props;
  const columns = sizes.map((_, column) => column);
  return (
    <PlotFrame
      title={title}
      titleSize={font + 1}
      label={label}
      height={height}
      margin={{ left: font * 4.4, right: margin, top: font, bottom: font * 3.4 }}
      x={{ range: [0, Math.max(1, sizes.length - 1)], inset: font }}
      y={{ range: y, logarithmic: true, held: true }}
    >
      {(area) => {
        const decades = decadesOf(area.y);
        const every = Math.ceil(decades.length / 7);
        // On a phone the sizes would stand on each other; the largest one is always named.
        const skip = Math.ceil((columns.length * font * 2.4) / (area.right - area.left));
        const named = columns.filter((column) => (columns.length - 1 - column) % skip === 0);
        return (
          <>
            <PlotPaper area={area} />
            <Grid area={area} y={decades} />
            <g stroke="var(--line-strong)">
              {columns.map((column) => (
                <path key={column} d={`M${area.x(column)} ${area.bottom}v5`} />
              ))}
            </g>
            <Axes area={area} />
            <TicksY area={area} at={decades.filter((_, i) => i % every === 0)} write={writeY} font={font} />
            <TicksX area={area} at={named} write={(column) => sizes[column]!} font={font} />
            <AxisName area={area} name={xName} font={font} />
            {levels.map(({ value, name, strong = false }) => (
              <Level
                key={value}
                area={area}
                value={value}
                name={name}
                colour={strong ? 'var(--accent)' : 'var(--ink-soft)'}
                strokeWidth={strong ? 2 : 1.5}
                dash={strong ? '9 4' : undefined}
                font={font}
                strong={strong}
              />
            ))}
            {children(area)}
          </>
        );
      }}
    </PlotFrame>
  );
}
