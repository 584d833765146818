'use client';

import { type PointerEvent, useEffect, useRef } from 'react';
import { follow, isEraserEnd } from '@/client/pointers/follow';
import { onPen, PEN_OWNS_MS } from '@/client/pointers/pens';
import { beginStroke, type Drawing, extendStroke, withoutHand } from './drawing';
import { pressOf } from './press';

/** A touch that reached less far, in shares of the paper, may have been the palm that came before the pen. */
const PALM_REACH = 0.12;

interface Hands {
  erasing: boolean;
  /** Given as a change of what is there, since several strokes' points may come within one frame. */
  onChange(change: (drawing: Drawing) => Drawing): void;
  /** The first hand is on the paper, or the last has left it. */
  onBusy(busy: boolean): void;
}

/** A touch that is over. */
interface Dot {
  hand: symbol;
  at: number;
}

/**
 * Hands on the paper: each pointer draws a stroke of its own. What the system takes away was never drawn; nor was a palm, once a
 * pen is heard of: touches that are still down, and dots that were left a moment ago.
 * @returns what the paper does when a pointer goes down on it
 */
export function useHands({ erasing, onChange, onBusy }: Hands): (event: PointerEvent<HTMLElement>) => void {
  const now = useRef({ onChange, onBusy });
  now.current = { onChange, onBusy };
  const letGo = useRef(new Map<symbol, () => void>());
  const dots = useRef<Dot[]>([]);
  useEffect(() => {
    const forget = onPen(() => {
      const since = performance.now() - PEN_OWNS_MS;
      for (const { hand, at } of dots.current.splice(0)) {
        if (at >= since) now.current.onChange((before) => withoutHand(before, hand));
      }
    });
    const hands = letGo.current;
    return () => {
      forget();
      for (const stop of hands.values()) stop();
      hands.clear();
    };
  }, []);

  return (event) => {
    const paper = event.currentTarget;
    const hand = Symbol('hand');
    const start = placeOn(paper, event);
    let reach = 0;
    const over = () => {
      letGo.current.delete(hand);
      if (letGo.current.size === 0) now.current.onBusy(false);
    };
    const followed = follow(event.nativeEvent, paper, {
      onMove(moves) {
        const places = moves.map((move) => ({ ...placeOn(paper, move), press: pressOf(move) }));
        for (const { x, y } of places) reach = Math.max(reach, Math.hypot(x - start.x, y - start.y));
        now.current.onChange((before) =>
          places.reduce((next, { x, y, press }) => extendStroke(next, x, y, hand, press), before),
        );
      },
      onEnd() {
        over();
        if (event.pointerType === 'touch' && reach < PALM_REACH)
          dots.current = [...dots.current, { hand, at: performance.now() }].slice(-20);
      },
      onCancel() {
        over();
        now.current.onChange((before) => withoutHand(before, hand));
      },
    });
    if (!followed) return;
    letGo.current.set(hand, followed);
    if (letGo.current.size === 1) now.current.onBusy(true);
    const erase = erasing || isEraserEnd(event.nativeEvent);
    now.current.onChange((before) =>
      beginStroke(before, start.x, start.y, erase, hand, pressOf(event.nativeEvent)),
    );
  };
}

/** Where a pointer is, in shares of the paper. */
function placeOn(paper: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }) {
  const box = paper.getBoundingClientRect();
  return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height };
}
