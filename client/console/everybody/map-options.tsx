'use client';

import { type KeyboardEvent, type MouseEvent, memo, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Chance, MEASURE_RULES } from '@/client/everybody/map-measures';
import { type Direction, type MapPoint, type MapSides, neighbourOf } from '@/client/everybody/map-points';
import type { StudentTrace } from '@/client/everybody/traces';
import { useMeasureText } from '@/client/everybody/use-measure-text';
import { StudentMark } from '@/client/ui/student-mark';
import { useLasso } from './use-lasso';

interface Props {
  /** At their places, CSS pixels. */
  points: readonly MapPoint[];
  size: { width: number; height: number; mark: number };
  chosen: ReadonlySet<string>;
  sides: MapSides;
  traces: readonly StudentTrace[];
  chance: Chance;
  nameOf(id: string): string;
  onOpen(id: string): void;
  onToggle(id: string): void;
  onChoose(ids: readonly string[], more: boolean): void;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/**
 * The students of a map as a list of options that lie where their points are: Tab enters once, arrows go to the neighbour, Enter opens, Space
 * chooses, Ctrl+A chooses all, Escape nobody. A line drawn around points chooses those inside.
 */
export function MapOptions(props: Props) {
  const { points, size, chosen, sides, traces, chance, nameOf, onOpen, onToggle, onChoose } = props;
  const t = useTranslations('everybody.map');
  const text = useMeasureText();
  const list = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const { line, hands, tookClick } = useLasso(points, onChoose);
  const entry = points.find(({ id }) => id === focused)?.id ?? points[0]?.id;

  const go = (to: MapPoint | null | undefined) => {
    if (!to) return;
    setFocused(to.id);
    list.current?.querySelector<HTMLElement>(`[data-student="${to.id}"]`)?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const at = points.findIndex(({ id }) => id === entry);
    const here = points[at];
    const direction = ARROWS[event.key];
    if (direction && here)
      // Nobody further that way: the next one in the list, so that everybody can be reached.
      go(
        neighbourOf(here, points, direction) ??
          points[at + (direction === 'right' || direction === 'down' ? 1 : -1)],
      );
    else if (event.key === 'Home') go(points[0]);
    else if (event.key === 'End') go(points.at(-1));
    else if (event.key === 'Enter' && here) onOpen(here.id);
    else if (event.key === ' ' && here) onToggle(here.id);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey))
      onChoose(
        points.map(({ id }) => id),
        false,
      );
    else if (event.key === 'Escape') onChoose([], false);
    else return;
    event.preventDefault();
  };
  const click = useCallback(
    (event: MouseEvent, id: string) => {
      if (tookClick()) return;
      if (event.shiftKey || event.ctrlKey || event.metaKey) onToggle(id);
      else onOpen(id);
    },
    [tookClick, onToggle, onOpen],
  );

  const traceOf = useMemo(() => new Map(traces.map((trace) => [trace.id, trace])), [traces]);
  const words = (id: string) => {
    const trace = traceOf.get(id);
    const said = trace
      ? [sides.y, sides.x].map((side) => text.value(side, MEASURE_RULES[side].of(trace, chance)))
      : [];
    return [nameOf(id), ...said].join(' · ');
  };
  const named = points.find(({ id }) => id === (hovered ?? focused));

  return (
    <div
      ref={list}
      role="listbox"
      aria-multiselectable="true"
      aria-label={t('students')}
      tabIndex={points.length === 0 ? 0 : -1}
      onKeyDown={press}
      onBlur={() => setFocused(null)}
      {...hands}
      className="absolute inset-0 cursor-crosshair touch-none select-none"
    >
      {points.map(({ id, mark, here, x, y }) => (
        <MapOption
          key={id}
          id={id}
          mark={mark}
          here={here}
          x={Math.round(x)}
          y={Math.round(y)}
          size={size.mark}
          words={words(id)}
          chosen={chosen.has(id)}
          entry={id === entry}
          onClick={click}
          onFocus={setFocused}
          onHover={setHovered}
        />
      ))}
      {line.length > 1 && (
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${size.width} ${size.height}`}
          className="pointer-events-none absolute inset-0 size-full"
        >
          <polygon
            points={line.map(({ x, y }) => `${x},${y}`).join(' ')}
            fill="var(--accent)"
            fillOpacity="0.12"
            stroke="var(--accent)"
            strokeWidth="2"
            strokeDasharray="5 4"
          />
        </svg>
      )}
      {named && (
        <p
          aria-hidden="true"
          data-testid="map-name"
          className="tabular pointer-events-none absolute z-30 w-max max-w-96 rounded-md border border-line-strong bg-surface-raised px-2 py-1 text-sm font-semibold shadow-popup"
          style={{
            left: Math.min(Math.max(0, named.x + size.mark), Math.max(0, size.width - 320)),
            top: named.y > 56 ? named.y - size.mark - 26 : named.y + size.mark,
          }}
        >
          {words(named.id)}
        </p>
      )}
    </div>
  );
}

interface OptionProps extends Pick<MapPoint, 'id' | 'mark' | 'here' | 'x' | 'y'> {
  size: number;
  words: string;
  chosen: boolean;
  /** Where Tab enters. */
  entry: boolean;
  onClick(event: MouseEvent, id: string): void;
  onFocus(id: string): void;
  onHover(id: string | null): void;
}

/** One student's point. */
const MapOption = memo(function MapOption(props: OptionProps) {
  const { id, mark, here, x, y, size, words, chosen, entry, onClick, onFocus, onHover } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
    <div
      role="option"
      aria-selected={chosen}
      aria-label={words}
      tabIndex={entry ? 0 : -1}
      data-student={id}
      onClick={(event) => onClick(event, id)}
      onFocus={() => onFocus(id)}
      onPointerEnter={() => onHover(id)}
      onPointerLeave={() => onHover(null)}
      className="absolute top-0 left-0 cursor-pointer rounded-md outline-offset-2 focus-visible:z-20 focus-visible:outline-3 focus-visible:outline-focus aria-selected:z-10 aria-selected:ring-3 aria-selected:ring-accent aria-selected:ring-offset-1 aria-selected:ring-offset-surface-raised"
      style={{
        width: size,
        height: size,
        opacity: here ? 1 : 0.45,
        transform: `translate(${x - size / 2}px, ${y - size / 2}px)`,
      }}
    >
      <StudentMark mark={mark} className="size-full" />
    </div>
  );
});
