import type { InkStroke } from '@/engine/digits/strokes';

/** A line of ink or of the eraser, and whose it is: several hands may draw at once. */
export interface Stroke extends InkStroke {
  readonly hand?: symbol | undefined;
}

type Sheet = Omit<Drawing, 'past'>;

/** What is on the paper. Immutable: undo is the state before. */
export interface Drawing {
  /** A picture laid under the strokes. */
  base: Uint8Array | null;
  strokes: readonly Stroke[];
  /** States to go back to, oldest first. */
  past: readonly Sheet[];
}

const MOST_UNDO = 50;

export const EMPTY_DRAWING: Drawing = { base: null, strokes: [], past: [] };

function after(drawing: Drawing, next: Sheet): Drawing {
  const { past, ...present } = drawing;
  return { ...next, past: [...past, present].slice(-MOST_UNDO) };
}

/** Starts a stroke at a place. */
export function beginStroke(
  drawing: Drawing,
  x: number,
  y: number,
  erase: boolean,
  hand?: symbol,
  press?: number,
): Drawing {
  const stroke: Stroke = { hand, erase, path: [x, y], press: press === undefined ? undefined : [press] };
  return after(drawing, { base: drawing.base, strokes: [...drawing.strokes, stroke] });
}

/** Draws a hand's newest stroke on to some places; without a hand the newest stroke of all. Nothing where there is none. */
export function extendStroke(drawing: Drawing, x: number, y: number, hand?: symbol, press?: number): Drawing {
  const last = drawing.strokes.findLast((stroke) => hand === undefined || stroke.hand === hand);
  if (!last) return drawing;
  const longer: Stroke = {
    ...last,
    path: [...last.path, x, y],
    press: last.press && press !== undefined ? [...last.press, press] : undefined,
  };
  return everywhere(drawing, last, (strokes) => strokes.map((stroke) => (stroke === last ? longer : stroke)));
}

/** As if a hand had never drawn: a touch that the system took away, or a palm. */
export function withoutHand(drawing: Drawing, hand: symbol): Drawing {
  const all: Sheet[] = [...drawing.past, { base: drawing.base, strokes: drawing.strokes }];
  if (!all.some(({ strokes }) => strokes.some((stroke) => stroke.hand === hand))) return drawing;
  const sheets = all.map(({ base, strokes }) => ({
    base,
    strokes: strokes.filter((stroke) => stroke.hand !== hand),
  }));
  // The state before it and the state after it are one now.
  const differ = sheets.filter((sheet, i) => i === 0 || !sameSheet(sheet, sheets[i - 1]!));
  const present = differ.pop()!;
  return { ...present, past: differ };
}

function sameSheet(a: Sheet, b: Sheet): boolean {
  return (
    a.base === b.base &&
    a.strokes.length === b.strokes.length &&
    a.strokes.every((stroke, i) => stroke === b.strokes[i])
  );
}

/** Changes a stroke in what is shown and in the states that hold it already (another hand began after it). */
function everywhere(
  drawing: Drawing,
  stroke: Stroke,
  change: (strokes: readonly Stroke[]) => readonly Stroke[],
): Drawing {
  const held = drawing.past.findIndex((sheet) => sheet.strokes.includes(stroke));
  return {
    base: drawing.base,
    strokes: change(drawing.strokes),
    past:
      held === -1
        ? drawing.past
        : drawing.past.map((sheet, i) => (i < held ? sheet : { ...sheet, strokes: change(sheet.strokes) })),
  };
}

export function clearDrawing(drawing: Drawing): Drawing {
  return isEmpty(drawing) ? drawing : after(drawing, { base: null, strokes: [] });
}

/** Puts a ready picture on the paper in place of what is there. */
export function layPicture(drawing: Drawing, pixels: Uint8Array): Drawing {
  return after(drawing, { base: pixels, strokes: [] });
}

export function undoStroke(drawing: Drawing): Drawing {
  const before = drawing.past[drawing.past.length - 1];
  return before ? { ...before, past: drawing.past.slice(0, -1) } : drawing;
}

/** Nothing was ever put there since the last clearing. */
export function isEmpty(drawing: Drawing): boolean {
  return drawing.base === null && drawing.strokes.length === 0;
}
