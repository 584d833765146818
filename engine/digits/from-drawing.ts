import { PIXELS, SIDE } from './examples';

/** The digit's longer side after scaling, as in MNIST: 20 of 28 pixels. */
const BOX = 20;
/** Fainter than this is paper: antialiased edges and dust do not widen the box. */
const FAINTEST = 24;

/** The means of a source by areas: each target pixel covers a rectangle of the source, partly covered pixels count by their share. */
function shrink(
  ink: Uint8Array,
  width: number,
  box: { left: number; top: number; width: number; height: number },
  targetWidth: number,
  targetHeight: number,
): Float32Array {
  const out = new Float32Array(targetWidth * targetHeight);
  const stepX = box.width / targetWidth;
  const stepY = box.height / targetHeight;
  for (let ty = 0; ty < targetHeight; ty++) {
    const y0 = ty * stepY;
    const y1 = y0 + stepY;
    for (let tx = 0; tx < targetWidth; tx++) {
      const x0 = tx * stepX;
      const x1 = x0 + stepX;
      let sum = 0;
      for (let y = Math.floor(y0); y < y1 && y < box.height; y++) {
        const coverY = Math.min(y + 1, y1) - Math.max(y, y0);
        const row = (box.top + y) * width + box.left;
        for (let x = Math.floor(x0); x < x1 && x < box.width; x++) {
          sum += ink[row + x]! * coverY * (Math.min(x + 1, x1) - Math.max(x, x0));
        }
      }
      out[ty * targetWidth + tx] = sum / (stepX * stepY);
    }
  }
  return out;
}

/**
 * Makes a drawing into a picture like MNIST's (recipe: yann.lecun.com/exdb/mnist): the bounding box of the ink is scaled
 * into 20×20, keeping its proportions, with antialiasing, and laid into 28×28 with its centre of mass in the middle.
 * @param ink width × height bytes, 0 paper to 255 ink (the alpha channel of a canvas drawn on transparent ground)
 * @returns 784 bytes; all 0 where nothing is drawn
 */
export function fromDrawing(ink: Uint8Array, width: number, height: number): Uint8Array {
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (ink[y * width + x]! < FAINTEST) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  const out = new Uint8Array(PIXELS);
  if (right < 0) return out;

  const box = { left, top, width: right - left + 1, height: bottom - top + 1 };
  const scale = BOX / Math.max(box.width, box.height);
  const targetWidth = Math.max(1, Math.round(box.width * scale));
  const targetHeight = Math.max(1, Math.round(box.height * scale));
  const small = shrink(ink, width, box, targetWidth, targetHeight);

  let mass = 0;
  let sumX = 0;
  let sumY = 0;
  for (let y = 0; y < targetHeight; y++) {
    for (let x = 0; x < targetWidth; x++) {
      const value = small[y * targetWidth + x]!;
      mass += value;
      sumX += value * (x + 0.5);
      sumY += value * (y + 0.5);
    }
  }
  // The box may hang over by the centring of a lopsided digit: keep all ink inside.
  const place = (centre: number, size: number) =>
    Math.min(Math.max(0, Math.round(SIDE / 2 - centre)), SIDE - size);
  const offsetX = place(sumX / mass, targetWidth);
  const offsetY = place(sumY / mass, targetHeight);
  for (let y = 0; y < targetHeight; y++) {
    for (let x = 0; x < targetWidth; x++) {
      out[(y + offsetY) * SIDE + x + offsetX] = Math.min(255, Math.round(small[y * targetWidth + x]!));
    }
  }
  return out;
}

/** The ink of a canvas's RGBA data: its alpha channel. */
export function inkOfCanvas(rgba: Uint8ClampedArray | Uint8Array): Uint8Array {
  const ink = new Uint8Array(rgba.length / 4);
  for (let i = 0; i < ink.length; i++) ink[i] = rgba[i * 4 + 3]!;
  return ink;
}
