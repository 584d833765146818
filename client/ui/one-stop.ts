/** Where a key leads among controls that are one stop for Tab. */
export type Way = 'next' | 'previous' | 'up' | 'down' | 'first' | 'last';

const WAYS: Readonly<Record<string, Way>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'down',
  ArrowUp: 'up',
  Home: 'first',
  End: 'last',
};

/** Where a key that was pressed leads; null: nowhere. */
export function wayOf(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
): Way | null {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  return WAYS[event.key] ?? null;
}

/** Where a control is on the page, in pixels. */
type Box = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

/**
 * The control to go to, by where they are: up and down lead to the nearest in the next line, and where all stand in one line, on and
 * back as right and left do.
 * @param boxes in the order in which they are read
 * @param at the one that has the focus
 * @returns its place among the boxes; null where the key leads nowhere
 */
export function placeToGo(boxes: readonly Box[], at: number, way: Way): number | null {
  const here = boxes[at];
  if (!here || boxes.length < 2) return null;
  if (way === 'first') return 0;
  if (way === 'last') return boxes.length - 1;
  if (way === 'next' || way === 'previous') return along(boxes, at, way === 'next' ? 1 : -1);
  const sign = way === 'down' ? 1 : -1;
  const offLine = boxes.some((box) => Math.abs(middle(box).y - middle(here).y) >= apart(box, here));
  if (!offLine) return along(boxes, at, sign);
  let nearest: number | null = null;
  let distance = Number.POSITIVE_INFINITY;
  boxes.forEach((box, index) => {
    const down = sign * (middle(box).y - middle(here).y);
    if (index === at || down < apart(box, here)) return;
    // The next line first, and in it the one that is nearest to straight.
    const far = down * 100 + Math.abs(middle(box).x - middle(here).x);
    if (far < distance) [nearest, distance] = [index, far];
  });
  return nearest;
}

function along(boxes: readonly Box[], at: number, by: 1 | -1): number | null {
  const to = at + by;
  return to >= 0 && to < boxes.length ? to : null;
}

const middle = ({ left, top, width, height }: Box) => ({ x: left + width / 2, y: top + height / 2 });

/** Two whose middles are closer than this stand in one line. */
const apart = (one: Box, other: Box) => Math.min(one.height, other.height) / 2;
