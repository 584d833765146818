import { channels, tokenColour } from '@/client/charts/token-colour';
import type { GridLayout } from './grid-layout';

/** How numbers become colours: `ink` from paper to ink, `signed` from orange over paper to blue. */
export type GridLook = 'ink' | 'signed';

export interface GridPicture {
  values: ArrayLike<number>;
  layout: GridLayout;
  look: GridLook;
  /** The number that gets the full colour. */
  largest: number;
  /** CSS pixels of a cell's side. */
  cell: number;
  /** Cells with a frame around each. */
  framed: readonly number[];
  /** The cell that the arrow keys move. */
  at: number | null;
  /** Writes a number where a cell has room for it. */
  write(value: number): string;
}

type Colour = readonly [number, number, number];

/** CSS pixels of a cell in which a number can be read. */
const ROOM_FOR_NUMBER = 38;
/** CSS pixels of a cell in which a sign can be seen. */
const ROOM_FOR_SIGN = 6;
/** Below this share of the largest a number counts as none, and gets no sign. */
const NEARLY_NONE = 0.04;

/** Draws numbers as cells; + and − in them tell the sign to those who do not see the colours. */
export function paintGrid(
  context: CanvasRenderingContext2D,
  canvas: HTMLCanvasElement,
  picture: GridPicture,
): void {
  const { values, layout, look, largest, cell } = picture;
  const { columns, rows, indexAt } = layout;
  const colour = (token: string): Colour => channels(tokenColour(canvas, token));
  const ground = colour(look === 'ink' ? 'surface-sunken' : 'surface-raised');
  const ink = colour('ink');
  const full = { plus: look === 'ink' ? ink : colour('positive'), minus: colour('negative') };
  context.clearRect(0, 0, columns * cell, rows * cell);
  for (let place = 0; place < indexAt.length; place++) {
    const index = indexAt[place]!;
    if (index === -1) continue;
    const value = values[index]!;
    const share = shareOf(value, largest, look);
    const [x, y] = [(place % columns) * cell, Math.floor(place / columns) * cell];
    const tone = value < 0 ? full.minus : full.plus;
    const under = mixed(ground, tone, share);
    context.fillStyle = css(under);
    context.fillRect(x, y, cell, cell);
    const hasNumber = cell >= ROOM_FOR_NUMBER;
    const hasSign =
      look === 'signed' && cell >= ROOM_FOR_SIGN && Math.abs(value) > NEARLY_NONE * largest && !hasNumber;
    if (!hasNumber && !hasSign) continue;
    const onIt = css(clearer(under, ink, ground));
    if (hasNumber) writeNumber(context, picture, value, [x, y], onIt);
    else drawSign(context, value < 0, [x, y], cell, onIt);
  }
  if (cell >= ROOM_FOR_SIGN) drawLines(context, picture, css(colour('line')));
  for (const index of picture.framed) frame(context, picture, index, css(colour('accent')), 2);
  if (picture.at === null) return;
  // Ink with paper around it is seen on every colour.
  frame(context, picture, picture.at, css(colour('surface-raised')), 6);
  frame(context, picture, picture.at, css(ink), 3);
}

/** Square root for signed numbers: most weights are small, and their pattern is what there is to see. */
function shareOf(value: number, largest: number, look: GridLook): number {
  if (!(largest > 0)) return 0;
  const share = Math.min(1, Math.abs(value) / largest);
  return look === 'ink' ? share : Math.sqrt(share);
}

function mixed(from: Colour, to: Colour, share: number): Colour {
  return [0, 1, 2].map((c) => Math.round(from[c]! + (to[c]! - from[c]!) * share)) as unknown as Colour;
}

/** The one of two colours that is seen better on a third. */
function clearer(on: Colour, one: Colour, other: Colour): Colour {
  const [ground, a, b] = [on, one, other].map(lightOf) as [number, number, number];
  return contrast(ground, a) >= contrast(ground, b) ? one : other;
}

const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

/** Relative luminance (WCAG 2). */
function lightOf(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const css = ([red, green, blue]: Colour) => `rgb(${red} ${green} ${blue})`;

function drawSign(
  context: CanvasRenderingContext2D,
  minus: boolean,
  [x, y]: readonly [number, number],
  cell: number,
  colour: string,
): void {
  const [long, thick] = [Math.max(3, cell * 0.45), Math.max(1, cell * 0.1)];
  const [midX, midY] = [x + cell / 2, y + cell / 2];
  context.fillStyle = colour;
  context.fillRect(midX - long / 2, midY - thick / 2, long, thick);
  if (!minus) context.fillRect(midX - thick / 2, midY - long / 2, thick, long);
}

function writeNumber(
  context: CanvasRenderingContext2D,
  { cell, write }: GridPicture,
  value: number,
  [x, y]: readonly [number, number],
  colour: string,
): void {
  const text = write(value);
  const size = Math.min(cell * 0.32, (cell * 1.55) / Math.max(4, text.length));
  context.font = `600 ${size}px ${getComputedStyle(context.canvas).fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = colour;
  context.fillText(text, x + cell / 2, y + cell / 2);
}

function drawLines(context: CanvasRenderingContext2D, { layout, cell }: GridPicture, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = 0.5;
  for (let place = 0; place < layout.indexAt.length; place++) {
    if (layout.indexAt[place] === -1) continue;
    const [x, y] = [(place % layout.columns) * cell, Math.floor(place / layout.columns) * cell];
    context.strokeRect(x, y, cell, cell);
  }
}

function frame(
  context: CanvasRenderingContext2D,
  { layout, cell }: GridPicture,
  index: number,
  colour: string,
  width: number,
): void {
  const place = layout.cellOf[index];
  if (place === undefined) return;
  const [x, y] = [(place % layout.columns) * cell, Math.floor(place / layout.columns) * cell];
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.strokeRect(x, y, cell, cell);
}
