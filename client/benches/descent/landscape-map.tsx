'use client';

import { type KeyboardEvent, type PointerEvent, useId, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { writeFixed } from '@/client/benches/numbers/number-text';
import { followPointer } from '@/client/charts/svg-drag';
import type { Elements } from '@/client/ui/elements';
import { LiveRegion } from '@/client/ui/live-region';
import { ARRIVED, lowestPlaces } from '@/engine/landscape/descent';
import type { Landscape, Pair } from '@/engine/landscape/landscapes';
import {
  contourLevels,
  contourPath,
  cornerHeights,
  MAP,
  mapPlace,
  placeByKey,
  placeOnMap,
} from './map-shape';
import { MapTicks } from './map-ticks';
import { ReliefCanvas } from './relief-canvas';

export interface PlaceChoice {
  /** The one that is chosen. */
  place: Pair;
  onPlace(place: Pair): void;
  /** A cancelled drag: what was before the finger came is to be again. */
  onUndo(): void;
}

interface Props {
  landscape: Landscape;
  /** What it shows now, in words. */
  label: string;
  /** Names of the two weights. */
  axes?: readonly [string, string];
  /** A tap, a drag or the arrow keys choose a place; null: nothing to choose. */
  choice?: PlaceChoice | null;
  /** Paths and balls, in the map's units. */
  children?: Elements;
}

const LINES = 15;
const CELLS = 96;

/** A loss over two weights seen from above: relief, lines of equal loss, a ring around the lowest place. */
export function LandscapeMap({ landscape, label, axes = ['w₁', 'w₂'], choice = null, children }: Props) {
  const t = useTranslations('descent.map');
  const clip = useId();
  const help = useId();
  const [said, setSaid] = useState('');
  const { half } = landscape;
  const contours = useMemo(() => {
    const corners = cornerHeights(landscape, CELLS);
    const levels = contourLevels(Math.min(...corners), Math.max(...corners), LINES);
    return levels.map((level) => contourPath(corners, level));
  }, [landscape]);
  const press = (event: KeyboardEvent, { place, onPlace }: PlaceChoice) => {
    const next = placeByKey(half, place, event.key);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onPlace(next);
    const [a, b] = [writeFixed(next.a, 2), writeFixed(next.b, 2)];
    setSaid(t('startAt', { first: axes[0], a, second: axes[1], b }));
  };
  return (
    <div className="relative aspect-square w-full">
      <ReliefCanvas landscape={landscape} />
      <svg
        viewBox={`0 0 ${MAP} ${MAP}`}
        role="img"
        aria-label={label}
        data-testid="map"
        className="absolute inset-0 size-full select-none rounded-[1.5%]"
        {...(choice && {
          role: 'application',
          tabIndex: 0,
          'aria-describedby': help,
          style: { touchAction: 'none', cursor: 'crosshair' },
          onKeyDown: (event: KeyboardEvent) => press(event, choice),
          onPointerDown: (event: PointerEvent<SVGSVGElement>) =>
            followPointer(event, {
              atOnce: true,
              onMove: (place) => choice.onPlace(placeOnMap(half, place)),
              onUndo: choice.onUndo,
            }),
        })}
      >
        <clipPath id={clip}>
          <rect width={MAP} height={MAP} rx="6" />
        </clipPath>
        <g clipPath={`url(#${clip})`}>
          <g fill="none" stroke="var(--ink)" opacity="0.28">
            {contours.map((path, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place among the lines.
              <path key={i} d={path} strokeWidth={i % 3 === 0 ? 1.3 : 0.8} />
            ))}
          </g>
          {lowestPlaces(landscape).map((place) => {
            const { x, y } = mapPlace(half, place);
            return (
              <g key={`${place.a} ${place.b}`} fill="none" stroke="var(--ink)" strokeWidth="1.6">
                <circle cx={x} cy={y} r={(ARRIVED * MAP) / 2} strokeDasharray="3 2.5" />
                <path d={`M${x - 3.5} ${y}h7M${x} ${y - 3.5}v7`} />
              </g>
            );
          })}
          <MapTicks half={half} />
          {children}
        </g>
        <rect
          x="0.5"
          y="0.5"
          width={MAP - 1}
          height={MAP - 1}
          rx="6"
          fill="none"
          stroke="var(--line-strong)"
        />
        <g
          fontSize="15"
          fontWeight="700"
          fill="var(--ink)"
          stroke="var(--surface-raised)"
          strokeWidth="4"
          paintOrder="stroke"
          className="pointer-events-none font-display"
        >
          <text x={MAP - 8} y={MAP - 9} textAnchor="end">
            {`${axes[0]} →`}
          </text>
          <text x="8" y="20">
            {`↑ ${axes[1]}`}
          </text>
        </g>
      </svg>
      {choice && (
        <>
          <p id={help} className="sr-only">
            {t('keys')}
          </p>
          <LiveRegion>{said}</LiveRegion>
        </>
      )}
    </div>
  );
}
