import type { Drawing } from '@/client/benches/drawing/drawing';

const SIDE = 28;
/** Width of the pen in shares of the paper: about as thick as MNIST's pens after scaling. */
const PEN = 0.075;
const ERASER = 0.14;

/** Paints a drawing in one colour on transparent ground; its alpha channel is the ink. */
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
  for (const { erase, path } of drawing.strokes) {
    context.globalCompositeOperation = erase ? 'destination-out' : 'source-over';
    context.strokeStyle = `rgb(${colour.join(' ')})`;
    context.lineWidth = size * (erase ? ERASER : PEN);
    context.beginPath();
    context.moveTo(path[0]! * size, path[1]! * size);
    // A tap is a dot: a line needs a second point to be seen.
    if (path.length === 2) context.lineTo(path[0]! * size + 0.01, path[1]! * size);
    for (let i = 2; i < path.length; i += 2) context.lineTo(path[i]! * size, path[i + 1]! * size);
    context.stroke();
  }
  context.globalCompositeOperation = 'source-over';
}

function paintPicture(
  context: CanvasRenderingContext2D,
  pixels: Uint8Array,
  size: number,
  [red, green, blue]: readonly [number, number, number],
) {
  const small = document.createElement('canvas');
  small.width = SIDE;
  small.height = SIDE;
  const smallContext = small.getContext('2d');
  if (!smallContext) return;
  const image = smallContext.createImageData(SIDE, SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) {
    image.data.set([red, green, blue, pixels[i] ?? 0], i * 4);
  }
  smallContext.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = true;
  context.drawImage(small, 0, 0, size, size);
}
