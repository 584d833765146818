/** A line of ink (or of the eraser) in shares of the paper: 0 to 1 from left and from top. */
export interface Stroke {
  erase: boolean;
  /** x and y in turn. */
  path: number[];
}

/** What is on the paper. Immutable: undo is the state before. */
export interface Drawing {
  /** A digit laid under the strokes: 784 bytes. */
  base: Uint8Array | null;
  strokes: readonly Stroke[];
  /** States to go back to, oldest first. */
  past: readonly Omit<Drawing, 'past'>[];
}

const MOST_UNDO = 50;

export const EMPTY_DRAWING: Drawing = { base: null, strokes: [], past: [] };

function after(drawing: Drawing, next: Omit<Drawing, 'past'>): Drawing {
  const { past, ...present } = drawing;
  return { ...next, past: [...past, present].slice(-MOST_UNDO) };
}

/** Starts a stroke at a place. */
export function beginStroke(drawing: Drawing, x: number, y: number, erase: boolean): Drawing {
  return after(drawing, { base: drawing.base, strokes: [...drawing.strokes, { erase, path: [x, y] }] });
}

/** Draws the newest stroke on to a place; nothing without a stroke. */
export function extendStroke(drawing: Drawing, x: number, y: number): Drawing {
  const last = drawing.strokes[drawing.strokes.length - 1];
  if (!last) return drawing;
  const longer = { ...last, path: [...last.path, x, y] };
  return { ...drawing, strokes: [...drawing.strokes.slice(0, -1), longer] };
}

export function clearDrawing(drawing: Drawing): Drawing {
  return isEmpty(drawing) ? drawing : after(drawing, { base: null, strokes: [] });
}

/** Puts a ready picture on the paper in place of what is there. */
export function layPicture(drawing: Drawing, pixels: Uint8Array): Drawing {
  return after(drawing, { base: pixels, strokes: [] });
}

export function undo(drawing: Drawing): Drawing {
  const before = drawing.past[drawing.past.length - 1];
  return before ? { ...before, past: drawing.past.slice(0, -1) } : drawing;
}

/** Nothing was ever put there since the last clearing. */
export function isEmpty(drawing: Drawing): boolean {
  return drawing.base === null && drawing.strokes.length === 0;
}
