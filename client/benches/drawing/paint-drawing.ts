import { ERASER, PEN_SHARE, reachOf } from '@/engine/digits/strokes';
import { PAPER } from '@/protocol/datasets';
import type { Drawing, Stroke } from './drawing';

/** Width of the pen in shares of the paper: as wide beside the drawing as the network will see it, within reason. */
const FINEST_PEN = 0.018;
const BROADEST_PEN = 0.075;

/** Paints a drawing in one colour on transparent ground. */
export function paintDrawing(
  context: CanvasRenderingContext2D,
  drawing: Drawing,
  size: number,
  colour: readonly [number, number, number],
): void {
  context.clearRect(0, 0, size, size);
  if (drawing.base) paintPicture(context, drawing.base, size, colour);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = `rgb(${colour.join(' ')})`;
  const reach = reachOf(drawing.base, drawing.strokes)?.size ?? 0;
  const pen = size * Math.min(BROADEST_PEN, Math.max(FINEST_PEN, PEN_SHARE * reach));
  for (const stroke of drawing.strokes) {
    context.globalCompositeOperation = stroke.erase ? 'destination-out' : 'source-over';
    paintStroke(context, stroke, size, stroke.erase ? size * ERASER : pen);
  }
  context.globalCompositeOperation = 'source-over';
}

function paintStroke(
  context: CanvasRenderingContext2D,
  { path, press }: Stroke,
  size: number,
  width: number,
): void {
  context.lineWidth = width * (press?.[0] ?? 1);
  context.beginPath();
  context.moveTo(path[0]! * size, path[1]! * size);
  // A tap is a dot: a line needs a second point to be seen.
  if (path.length === 2) context.lineTo(path[0]! * size + 0.01, path[1]! * size);
  for (let i = 2; i < path.length; i += 2) {
    context.lineTo(path[i]! * size, path[i + 1]! * size);
    if (!press) continue;
    // A line has one width: each piece of a pen's is a line.
    context.lineWidth = width * press[i / 2]!;
    context.stroke();
    context.beginPath();
    context.moveTo(path[i]! * size, path[i + 1]! * size);
  }
  context.stroke();
}

function paintPicture(
  context: CanvasRenderingContext2D,
  pixels: Uint8Array,
  size: number,
  [red, green, blue]: readonly [number, number, number],
) {
  const { side } = PAPER;
  const small = document.createElement('canvas');
  small.width = side;
  small.height = side;
  const smallContext = small.getContext('2d');
  if (!smallContext) return;
  const image = smallContext.createImageData(side, side);
  for (let i = 0; i < side * side; i++) {
    image.data.set([red, green, blue, pixels[i] ?? 0], i * 4);
  }
  smallContext.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = true;
  context.drawImage(small, 0, 0, size, size);
}
