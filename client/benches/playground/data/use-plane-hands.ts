'use client';

import { type PointerEvent, useEffect, useRef } from 'react';
import { follow, isEraserEnd } from '@/client/pointers/follow';
import { onPen, PEN_OWNS_MS } from '@/client/pointers/pens';
import { PLANE } from '@/engine/points/point-set';
import { addPoint, erasePoints, type PlacedPoint, putBack } from './drawing-rules';

interface Hands {
  points: readonly PlacedPoint[];
  erasing: boolean;
  /** The class that is drawn. */
  label: number;
  onChange(points: readonly PlacedPoint[]): void;
}

/** What one hand did: a palm or a touch that the system took away is undone by it. */
interface Deed {
  added: PlacedPoint[];
  erased: PlacedPoint[];
}

/**
 * Hands on the plane: each leaves points (or erases) by itself. A touch that is cancelled leaves nothing, nor does a palm that came
 * before the pen.
 * @returns what the plane does when a pointer goes down on it
 */
export function usePlaneHands(hands: Hands): (event: PointerEvent<HTMLElement>) => void {
  // Several hands may tell something between two renderings: each goes on from what the other left.
  const now = useRef(hands);
  now.current = hands;
  const letGo = useRef(new Set<() => void>());
  const taps = useRef<{ deed: Deed; at: number }[]>([]);
  const change = (next: readonly PlacedPoint[]) => {
    if (next === now.current.points) return;
    now.current = { ...now.current, points: next };
    now.current.onChange(next);
  };
  const undo = useRef((deed: Deed) => change(putBack(now.current.points, deed.added, deed.erased)));
  useEffect(() => {
    const forget = onPen(() => {
      const since = performance.now() - PEN_OWNS_MS;
      for (const { deed, at } of taps.current.splice(0)) if (at >= since) undo.current(deed);
    });
    const followed = letGo.current;
    return () => {
      forget();
      for (const stop of followed) stop();
      followed.clear();
    };
  }, []);

  return (event) => {
    const plane = event.currentTarget;
    const deed: Deed = { added: [], erased: [] };
    const erase = hands.erasing || isEraserEnd(event.nativeEvent);
    const act = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
      const box = plane.getBoundingClientRect();
      const x = ((clientX - box.left) / box.width) * 2 * PLANE - PLANE;
      const y = PLANE - ((clientY - box.top) / box.height) * 2 * PLANE;
      const { points, label } = now.current;
      const next = erase ? erasePoints(points, x, y) : addPoint(points, { x, y, label }, deed.added.at(-1));
      if (next.length > points.length) deed.added.push(next.at(-1)!);
      if (next.length < points.length) {
        const left = new Set(next);
        deed.erased.push(...points.filter((point) => !left.has(point)));
      }
      change(next);
    };
    const followed = follow(event.nativeEvent, plane, {
      onMove: (moves) => moves.forEach(act),
      onEnd() {
        letGo.current.delete(followed!);
        // A palm leaves one or two points; who draws with a finger leaves more.
        if (event.pointerType === 'touch' && deed.added.length + deed.erased.length <= 2)
          taps.current = [...taps.current, { deed, at: performance.now() }].slice(-20);
      },
      onCancel() {
        letGo.current.delete(followed!);
        undo.current(deed);
      },
    });
    if (!followed) return;
    letGo.current.add(followed);
    act(event);
  };
}
