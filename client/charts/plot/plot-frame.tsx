'use client';

import { type PointerEvent, useId, useMemo } from 'react';
import { followPointer } from '@/client/charts/svg-drag';
import { useElementWidth } from '@/client/charts/use-element-width';
import type { Elements } from '@/client/ui/elements';
import { type Axis, type PlotArea, plotArea, valueX } from './plot-area';

/** The value on the x axis under a finger that is drawn over the picture, and where it went down. */
interface PlotDrag {
  onMove(x: number, from: number): void;
  onEnd?(): void;
  /** A cancelled drag: what was before the finger came is to be again. */
  onUndo(): void;
  /** Classes of the cursor that tells of it. */
  cursor: string;
}

/** From the picture's edges to the axes, CSS pixels. */
interface PlotMargin {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Props {
  /** Stands above the picture. */
  title?: string;
  /** CSS pixels of the title, where it is not as large as small text. */
  titleSize?: number;
  /** What it shows now, in words. */
  label: string;
  /** CSS pixels; reserved from the start. */
  height: number;
  /** The width until it is measured; without it nothing is drawn before. */
  usualWidth?: number;
  /** The same for every width, or as the width has room. */
  margin: PlotMargin | ((width: number) => PlotMargin);
  x: Axis;
  y: Axis;
  /** Null: something can be dragged, but not now. */
  drag?: PlotDrag | null;
  /** Names may stand beyond the picture's edges. */
  spills?: boolean;
  testId?: string;
  /** How far what is clipped may stand over the area, where no frame is around it: half of a thick line. */
  over?: number;
  /** What lies under the picture, such as a canvas with more lines than paths can be; `size` in CSS pixels. */
  under?(area: PlotArea, size: { width: number; height: number }): Elements;
  /** The place under a pointer that hovers, in CSS pixels; null: it has left. */
  onHover?: ((place: { x: number; y: number } | null) => void) | undefined;
  /** What is drawn; `clip` is the address of a clip to the area, `width` that of the picture. */
  children(area: PlotArea, clip: string, width: number): Elements;
}

/**
 * The frame of every picture with axes: its title, its words, and an area in CSS pixels, so that no writing is squeezed. Axes and marks
 * come from axes.tsx and marks.tsx.
 */
export function PlotFrame(props: Props) {
  const { title, titleSize, label, height, usualWidth = 0, margin, x, y, testId, children } = props;
  const { drag, spills = false, over = 0, under, onHover } = props;
  const clip = useId();
  const [box, measured] = useElementWidth<HTMLElement>();
  const width = measured || usualWidth;
  const around = typeof margin === 'function' ? margin(width) : margin;
  const { left, top } = around;
  const right = Math.max(left + 40, width - around.right);
  const bottom = height - around.bottom;
  const area = useMemo(() => plotArea({ left, top, right, bottom }, x, y), [left, top, right, bottom, x, y]);
  return (
    <figure ref={box} className="m-0 min-w-0">
      {title !== undefined && (
        <figcaption
          className="mb-1 text-sm font-semibold"
          style={titleSize === undefined ? undefined : { fontSize: titleSize }}
        >
          {title}
        </figcaption>
      )}
      <div className={under && 'relative'} style={{ height }}>
        {under && width > 0 && (
          <div aria-hidden="true" className="absolute inset-0">
            {under(area, { width, height })}
          </div>
        )}
        {width > 0 && (
          <svg
            viewBox={`0 0 ${width} ${height}`}
            role="img"
            aria-label={label}
            data-testid={testId}
            className={`tabular relative block w-full ${spills ? 'overflow-visible' : ''} ${drag === undefined ? '' : 'select-none'} ${drag?.cursor ?? ''}`}
            style={{ height, touchAction: drag === undefined ? undefined : 'pan-y' }}
            onPointerMove={
              onHover &&
              ((event: PointerEvent) => {
                const box = event.currentTarget.getBoundingClientRect();
                onHover({ x: event.clientX - box.left, y: event.clientY - box.top });
              })
            }
            onPointerLeave={onHover && (() => onHover(null))}
            onPointerDown={
              drag
                ? (event) =>
                    followPointer(event, {
                      atOnce: true,
                      onMove: (place, from) => drag.onMove(valueX(area, place.x), valueX(area, from.x)),
                      onEnd: drag.onEnd,
                      onUndo: drag.onUndo,
                    })
                : undefined
            }
          >
            <clipPath id={clip}>
              <rect
                x={area.left - over}
                y={area.top - over}
                width={area.right - area.left + 2 * over}
                height={area.bottom - area.top + 2 * over}
              />
            </clipPath>
            {children(area, `url(#${clip})`, width)}
          </svg>
        )}
      </div>
    </figure>
  );
}
