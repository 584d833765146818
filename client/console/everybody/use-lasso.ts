'use client';

import { type PointerEvent, useCallback, useRef, useState } from 'react';
import { isEnclosed, type MapPlace, type MapPoint } from '@/client/everybody/map-points';

/** CSS pixels after which a press is a line and no click. */
const FAR_ENOUGH = 6;

/**
 * A line drawn around points with mouse, pen or finger. Spread `hands` on the element whose corner is where the points' places are
 * counted from.
 * @param done told of everybody inside; `more`: with Shift or Ctrl held, so that those chosen before stay
 */
export function useLasso(points: readonly MapPoint[], done: (ids: readonly string[], more: boolean) => void) {
  const [line, setLine] = useState<readonly MapPlace[]>([]);
  const drawing = useRef<{ pointer: number; line: MapPlace[] } | null>(null);
  /** A click that ends a line is none. */
  const drew = useRef(false);
  const tookClick = useCallback(() => drew.current, []);
  const placeOf = (event: PointerEvent<HTMLElement>): MapPlace => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const end = () => {
    drawing.current = null;
    setLine([]);
  };
  return {
    line,
    /** Whether the click that comes now only ended a line. */
    tookClick,
    hands: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        drew.current = false;
        if (event.button !== 0 || drawing.current) return;
        drawing.current = { pointer: event.pointerId, line: [placeOf(event)] };
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const now = drawing.current;
        if (now?.pointer !== event.pointerId) return;
        const place = placeOf(event);
        const last = now.line.at(-1)!;
        if (Math.hypot(place.x - last.x, place.y - last.y) < FAR_ENOUGH) return;
        // Only now: a press that stays is a click on what is under it.
        if (!drew.current) event.currentTarget.setPointerCapture(event.pointerId);
        drew.current = true;
        now.line.push(place);
        setLine([...now.line]);
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        const now = drawing.current;
        if (now?.pointer !== event.pointerId) return;
        const around = now.line;
        if (drew.current && around.length > 2)
          done(
            points.filter((point) => isEnclosed(point, around)).map(({ id }) => id),
            event.shiftKey || event.ctrlKey || event.metaKey,
          );
        end();
      },
      onPointerCancel: end,
    },
  };
}
