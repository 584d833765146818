import { listenForPens, onPen, touchIsPalm } from './pens';

/** What follows a pointer from where it went down until it is lifted. */
export interface Follower {
  /** Where it went since: every place that the device told, in order. */
  onMove(moves: readonly PointerEvent[]): void;
  /** It was lifted, or is told no more. */
  onEnd?(): void;
  /** The system took it away (a scroll, a gesture, a call), or it was a palm: what it did should be undone. */
  onCancel?(): void;
}

/** The button of the other end of a pen. */
const ERASER_END = 5;

/** The end of a pen that erases. */
export function isEraserEnd(event: PointerEvent): boolean {
  return event.pointerType === 'pen' && event.button === ERASER_END;
}

/**
 * Follows a pointer that has just gone down, wherever it goes, apart from all others. A palm beside a pen is not followed, nor
 * another button than the first.
 * @returns lets go of it without a word; null where it is not followed
 */
export function follow(event: PointerEvent, element: Element, follower: Follower): (() => void) | null {
  listenForPens();
  if ((event.button !== 0 && !isEraserEnd(event)) || touchIsPalm(event)) return null;
  const { pointerId, pointerType } = event;
  const over = new AbortController();
  const finish = (how: 'onEnd' | 'onCancel') => {
    if (over.signal.aborted) return;
    over.abort();
    follower[how]?.();
  };
  const listen = (type: keyof GlobalEventHandlersEventMap, heard: (event: PointerEvent) => void) =>
    window.addEventListener(
      type,
      (other) => (other as PointerEvent).pointerId === pointerId && heard(other as PointerEvent),
      { capture: true, signal: over.signal },
    );
  listen('pointermove', (moved) => {
    // A mouse whose button went up where nobody told us is only moving.
    if (pointerType === 'mouse' && (moved.buttons & 1) === 0) return finish('onEnd');
    // Browsers join several moves into one event; a quick curve needs them all.
    const joined = moved.getCoalescedEvents?.() ?? [];
    follower.onMove(joined.length > 0 ? joined : [moved]);
  });
  listen('pointerup', () => finish('onEnd'));
  listen('pointercancel', () => finish('onCancel'));
  // What was pressed may leave the page while it is dragged (then the document is told): the hand is still there.
  listen('lostpointercapture', (lost) => lost.target !== document && finish('onEnd'));
  // The same pointer goes down anew: its last lift was not told.
  listen('pointerdown', (again) => again !== event && finish('onEnd'));
  if (pointerType === 'touch') {
    const forget = onPen(() => finish('onCancel'));
    over.signal.addEventListener('abort', forget, { once: true });
  }
  capture(element, pointerId);
  return () => over.abort();
}

/** Keeps a pointer's events coming when it leaves the window. */
function capture(element: Element, pointerId: number): void {
  try {
    element.setPointerCapture(pointerId);
  } catch (error) {
    // A pointer that is gone already can be captured no more: the window's events must do.
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
  }
}

/**
 * A ref for what is drawn on or dragged: a finger that goes down there scrolls and zooms nothing. `touch-action: none` says the same,
 * but Chromium does not heed it on parts of an SVG picture, and Safari not for double taps.
 */
export function holdTouch(part: Element | null): (() => void) | undefined {
  if (!part) return undefined;
  const hold = (event: Event) => event.cancelable && event.preventDefault();
  part.addEventListener('touchstart', hold, { passive: false });
  return () => part.removeEventListener('touchstart', hold);
}
