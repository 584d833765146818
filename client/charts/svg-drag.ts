import type { PointerEvent } from 'react';
import type { Place } from '@/engine/perceptron/plane';

/** A place of the page in the user units of a picture. */
export function svgPlace(svg: SVGSVGElement, clientX: number, clientY: number): Place {
  const matrix = svg.getScreenCTM();
  if (!matrix) return { x: 0, y: 0 };
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
  return { x, y };
}

/**
 * Follows a pointer that has just gone down on a part of a picture, wherever it goes, until it is lifted. Moves are taken once a
 * frame. The part needs `ref={holdTouch}`, or a finger would scroll the page.
 * @param onMove where the pointer is now and where it went down, in the picture's units
 */
export function followPointer(
  event: PointerEvent<SVGElement>,
  onMove: (at: Place, from: Place) => void,
  onEnd?: () => void,
): void {
  if (event.button !== 0) return;
  const svg = event.currentTarget.ownerSVGElement ?? (event.currentTarget as unknown as SVGSVGElement);
  const { pointerId } = event;
  const from = svgPlace(svg, event.clientX, event.clientY);
  let newest: { x: number; y: number } | null = null;
  let frame = 0;
  const deliver = () => {
    frame = 0;
    if (newest) onMove(svgPlace(svg, newest.x, newest.y), from);
    newest = null;
  };
  const move = (moved: globalThis.PointerEvent) => {
    if (moved.pointerId !== pointerId) return;
    newest = { x: moved.clientX, y: moved.clientY };
    if (frame === 0) frame = requestAnimationFrame(deliver);
  };
  const end = (ended: globalThis.PointerEvent) => {
    if (ended.pointerId !== pointerId) return;
    cancelAnimationFrame(frame);
    deliver();
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
    onEnd?.();
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
  // No text is selected while dragging.
  event.preventDefault();
}

/**
 * A ref for what is dragged: a finger that goes down there does not scroll the page. `touch-action: none` would say the same,
 * but Chromium does not heed it on parts of an SVG picture; and on the whole picture it would trap the finger.
 */
export function holdTouch(part: SVGElement | null): (() => void) | undefined {
  if (!part) return undefined;
  const hold = (event: TouchEvent) => event.preventDefault();
  part.addEventListener('touchstart', hold, { passive: false });
  return () => part.removeEventListener('touchstart', hold);
}
