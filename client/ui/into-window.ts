/** Pixels that stay free between a tip and the edge of what is seen. */
const MARGIN = 8;

/** From where to where, in pixels of the window. */
export interface Span {
  start: number;
  end: number;
}

/** How far a span has to be moved to lie within a room; one that lies there stays. Where it is longer, it begins where the room begins. */
export function shiftInto({ start, end }: Span, room: Span): number {
  const back = Math.min(0, room.end - end);
  return start + back < room.start ? room.start - start : back;
}

/**
 * Moves a tip that is shown to where it is seen whole: sideways as far as it must, and to the other side of what it belongs to
 * where it would stand below the end of the window, or of a box that cuts it off, such as a dialog.
 */
export function moveIntoWindow(tip: HTMLElement): void {
  if (!tip.checkVisibility()) return;
  // With little motion every change is a very short transition, and the place would be measured before it.
  tip.style.transitionProperty = 'none';
  tip.style.transform = '';
  const box = tip.getBoundingClientRect();
  const { across, down } = seenAround(tip);
  const x = shiftInto({ start: box.left, end: box.right }, across);
  const y = box.bottom > down.end ? aboveOwner(tip, box, down.start) : 0;
  if (x !== 0 || y !== 0) tip.style.transform = `translate(${x}px, ${y}px)`;
}

/** Does so whenever a tip is shown at its owner, or its words change. Returns the way to stop. */
export function keepInWindow(tip: HTMLElement): () => void {
  const move = () => moveIntoWindow(tip);
  const owner = tip.parentElement;
  const observer = new ResizeObserver(move);
  observer.observe(tip);
  for (const event of SHOWN) owner?.addEventListener(event, move);
  return () => {
    observer.disconnect();
    for (const event of SHOWN) owner?.removeEventListener(event, move);
  };
}

/** What brings a tip, at the owner: its size need not have been told as gone before. */
const SHOWN = ['pointerenter', 'focus'] as const;

/** What is seen of width and height: the window's, less what is cut off by a box around the tip. */
function seenAround(tip: HTMLElement): { across: Span; down: Span } {
  const { clientWidth, clientHeight } = document.documentElement;
  const across = { start: MARGIN, end: clientWidth - MARGIN };
  const down = { start: 0, end: clientHeight };
  for (let box = tip.parentElement; box && box !== document.body; box = box.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(box);
    const { left, right, top, bottom } = box.getBoundingClientRect();
    if (overflowX !== 'visible') narrow(across, left, right);
    if (overflowY !== 'visible') narrow(down, top, bottom);
  }
  return { across, down };
}

function narrow(span: Span, start: number, end: number): void {
  span.start = Math.max(span.start, start);
  span.end = Math.min(span.end, end);
}

/** How far up a tip lies above its owner, with the same gap; 0 where there is no room either. @param top where what is seen begins */
function aboveOwner(tip: HTMLElement, box: DOMRect, top: number): number {
  const owner = tip.parentElement?.getBoundingClientRect();
  if (!owner || box.top < owner.bottom) return 0;
  const y = owner.top - box.bottom - (box.top - owner.bottom);
  return box.top + y >= top ? y : 0;
}
