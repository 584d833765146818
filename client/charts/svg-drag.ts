import type { PointerEvent } from 'react';
import { follow } from '@/client/pointers/follow';
import type { PlanePlace } from '@/engine/perceptron/plane';

/** A place of the page in the user units of a picture. */
function svgPlace(svg: SVGSVGElement, clientX: number, clientY: number): PlanePlace {
  const matrix = svg.getScreenCTM();
  if (!matrix) return { x: 0, y: 0 };
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
  return { x, y };
}

interface Drag {
  /** Where the pointer is now and where it went down, in the picture's units. */
  onMove(at: PlanePlace, from: PlanePlace): void;
  /** Lifted or cancelled. */
  onEnd?: (() => void) | undefined;
  /** Puts back what was before: the page was scrolled, the system took the finger away, or it was a palm beside a pen. */
  onUndo?: (() => void) | undefined;
  /** Where it goes down counts already, not only where it moves to. */
  atOnce?: boolean;
}

/** Pictures on which something is dragged: a second hand would pull at the same number. */
const dragged = new WeakSet<SVGSVGElement>();

/**
 * Follows a pointer that has just gone down on a part of a picture, wherever it goes, until it is lifted. Moves are taken once a
 * frame. The part needs `ref={holdTouch}`, or a finger would scroll the page.
 */
export function followPointer(
  event: PointerEvent<SVGElement>,
  { onMove, onEnd, onUndo, atOnce }: Drag,
): void {
  const svg = event.currentTarget.ownerSVGElement ?? (event.currentTarget as unknown as SVGSVGElement);
  if (dragged.has(svg)) return;
  const from = svgPlace(svg, event.clientX, event.clientY);
  let newest: { clientX: number; clientY: number } | null = null;
  let frame = 0;
  let moved = false;
  const deliver = () => {
    frame = 0;
    if (newest) onMove(svgPlace(svg, newest.clientX, newest.clientY), from);
    moved ||= newest !== null;
    newest = null;
  };
  const over = () => {
    cancelAnimationFrame(frame);
    dragged.delete(svg);
  };
  const followed = follow(event.nativeEvent, event.currentTarget, {
    onMove(moves) {
      newest = moves.at(-1)!;
      if (frame === 0) frame = requestAnimationFrame(deliver);
    },
    onEnd() {
      over();
      deliver();
      onEnd?.();
    },
    onCancel() {
      over();
      if (moved) onUndo?.();
      onEnd?.();
    },
  });
  if (!followed) return;
  dragged.add(svg);
  if (atOnce) {
    moved = true;
    onMove(from, from);
  }
  // No text is selected while dragging.
  event.preventDefault();
}
