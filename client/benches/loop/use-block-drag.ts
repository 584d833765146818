'use client';

import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { follow } from '@/client/pointers/follow';
import type { ProgramBlock } from '@/engine/dense/training-program';

/** Where a dragged block would land: a gap of the program, the tray, or nowhere. */
export type Landing = { gap: number } | 'tray' | null;

export interface BlockDrag {
  block: ProgramBlock;
  /** In the window's CSS pixels. */
  x: number;
  y: number;
  landing: Landing;
}

/** Pixels before a press becomes a drag, so that a click stays one. */
const SLACK = 5;

/**
 * Dragging a block by mouse, pen or finger. The rows of the program carry `data-row`, the whole program `data-program`, the tray
 * `data-tray`.
 */
export function useBlockDrag(onDrop: (block: ProgramBlock, landing: Landing) => void) {
  const [drag, setDrag] = useState<BlockDrag | null>(null);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const begin = (event: PointerEvent, block: ProgramBlock, root: HTMLElement | null) => {
    // One block at a time: a second hand waits.
    if (root === null || stop.current !== null) return;
    const from = { x: event.clientX, y: event.clientY };
    let current: BlockDrag | null = null;
    const move = (moved: globalThis.PointerEvent) => {
      if (current === null && Math.hypot(moved.clientX - from.x, moved.clientY - from.y) < SLACK) return;
      current = {
        block,
        x: moved.clientX,
        y: moved.clientY,
        landing: landingAt(root, moved.clientX, moved.clientY),
      };
      setDrag(current);
    };
    const letGo = follow(event.nativeEvent, event.currentTarget, {
      onMove: (moves) => move(moves.at(-1)!),
      onEnd() {
        stop.current?.();
        if (current === null) return;
        swallowClick();
        drop.current(block, current.landing);
      },
      onCancel: () => stop.current?.(),
    });
    if (!letGo) return;
    const press = (pressed: KeyboardEvent) => {
      if (pressed.key === 'Escape') stop.current?.();
    };
    stop.current = () => {
      stop.current = null;
      setDrag(null);
      letGo();
      window.removeEventListener('keydown', press);
    };
    window.addEventListener('keydown', press);
  };
  return { drag, begin };
}

/** The click that follows a drag would pick the block up again. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
}

function landingAt(root: HTMLElement, x: number, y: number): Landing {
  const inside = (element: Element | null, margin: number) => {
    if (!element) return false;
    const box = element.getBoundingClientRect();
    return (
      x >= box.left - margin && x <= box.right + margin && y >= box.top - margin && y <= box.bottom + margin
    );
  };
  if (inside(root.querySelector('[data-tray]'), 0)) return 'tray';
  const program = root.querySelector('[data-program]');
  if (!inside(program, 40)) return null;
  const rows = [...program!.querySelectorAll('[data-row]')];
  const before = rows.filter((row) => {
    const box = row.getBoundingClientRect();
    return y > box.top + box.height / 2;
  });
  return { gap: before.length };
}
