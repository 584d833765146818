'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Axes, AxisName, Grid, TicksX, TicksY } from '@/client/charts/plot/axes';
import { Level } from '@/client/charts/plot/marks';
import { plotArea } from '@/client/charts/plot/plot-area';
import { useElementSize } from '@/client/charts/use-element-size';
import type { Elements } from '@/client/ui/elements';
import { MapCanvas } from './map-canvas';
import type { Chance } from './map-measures';
import { laidApart, type MapPoint, type MapSides, mapAxis, mapPoints, type PaperEdges } from './map-points';
import { axisTicks } from './map-ticks';
import type { StudentTrace } from './traces';
import { useMeasureText } from './use-measure-text';

interface Props {
  traces: readonly StudentTrace[];
  sides: MapSides;
  chance: Chance;
  /** CSS pixels of the writing and of a mark, by the width of the picture. */
  fontOf(width: number): number;
  /** Whether the marks are painted, too: where nobody can point at them. */
  marks: boolean;
  /** Ids of those whose trails stand out; empty: all alike. */
  chosen?: ReadonlySet<string>;
  /** Classes that give the picture its height. */
  className: string;
  /** What stands over the paper: everybody's point at its place in it, CSS pixels. */
  children?(points: readonly MapPoint[], size: { width: number; height: number; mark: number }): Elements;
}

/** So many marks have room at their full size, and how small they get at most. */
const FEW = 36;
const LEAST_MARK = 0.55;

/** The paper of a map of the class: its two axes, a trail and (where wanted) a mark for each student. */
export function MapPaper({ traces, sides, chance, fontOf, marks, chosen, className, children }: Props) {
  const t = useTranslations('everybody');
  const text = useMeasureText();
  const [box, { width, height }] = useElementSize<HTMLDivElement>();
  const font = fontOf(width);
  const known = useMemo(() => mapPoints(traces, sides, chance), [traces, sides, chance]);
  // Of many students marks get smaller, so that they still stand where they belong.
  const mark = font * 1.7 * Math.min(1, Math.max(LEAST_MARK, Math.sqrt(FEW / Math.max(1, known.length))));
  const [x, y] = [
    mapAxis(
      sides.x,
      known.map((point) => point.x),
    ),
    mapAxis(
      sides.y,
      known.map((point) => point.y),
    ),
  ];
  const ticks = { x: axisTicks(x), y: axisTicks(y) };
  const inset = mark / 2;
  const area = plotArea(
    { left: font * 4, right: Math.max(font * 8, width - font), top: font * 1.6, bottom: height - font * 2.9 },
    { ...x, inset },
    { ...y, inset },
  );
  const placed = laidApart(
    known.map((point) => ({ ...point, x: area.x(point.x), y: area.y(point.y) })),
    mark * 0.6,
    inner(area, inset),
  );
  const trails = known.map(({ trail }) => trail.map((place) => ({ x: area.x(place.x), y: area.y(place.y) })));
  const label = t('map.label', { count: known.length, x: text.name(sides.x), y: text.name(sides.y) });
  return (
    <div
      ref={box}
      data-testid="class-map"
      data-points={known.length}
      className={`relative min-w-0 ${className}`}
    >
      {width > 0 && (
        <>
          <svg
            viewBox={`0 0 ${width} ${height}`}
            role="img"
            aria-label={label}
            className="tabular absolute inset-0 size-full"
          >
            <Grid area={area} x={ticks.x} y={ticks.y} />
            {sides.y === 'loss' && (
              <Level
                area={area}
                value={1}
                name={t('guessing')}
                dash="4 4"
                font={font}
                end="right"
                down={-font * 0.35}
              />
            )}
            <Axes area={area} />
            <TicksX area={area} at={ticks.x} write={text.tick(sides.x, ticks.x)} font={font} />
            <TicksY area={area} at={ticks.y} write={text.tick(sides.y, ticks.y)} font={font} />
            <AxisName area={area} name={text.name(sides.x)} font={font} />
            <text x={area.left - font * 3.4} y={font} fontSize={font} fontWeight="600" fill="var(--ink-soft)">
              {text.name(sides.y)}
            </text>
          </svg>
          <MapCanvas
            points={placed}
            trails={trails}
            width={width}
            height={height}
            weight={font / 9}
            markSize={marks ? mark : null}
            chosen={chosen ?? NOBODY}
          />
          {children?.(placed, { width, height, mark })}
        </>
      )}
      {known.length === 0 && (
        <p
          className="absolute inset-0 grid place-items-center px-6 text-center"
          style={{ fontSize: font * 1.2 }}
        >
          {t('map.none')}
        </p>
      )}
    </div>
  );
}

/** Where a whole mark has room beside the axes. */
function inner({ left, right, top, bottom }: PaperEdges, inset: number): PaperEdges {
  return { left: left + inset, right: right - inset, top: top + inset, bottom: bottom - inset };
}

const NOBODY: ReadonlySet<string> = new Set();
