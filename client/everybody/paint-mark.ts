import { GLYPH_PATHS, wrapIndex } from '@/client/ui/glyphs';
import type { Mark } from '@/protocol/views';
import type { MarkColours } from './mark-colours';

const SIDE = 24;
const glyphs = new Map<number, Path2D>();

/** A student's mark on a canvas, its middle at a place. @param size CSS pixels of a side */
export function paintMark(
  context: CanvasRenderingContext2D,
  mark: Mark,
  colours: MarkColours,
  x: number,
  y: number,
  size: number,
): void {
  const index = wrapIndex(mark.glyph, GLYPH_PATHS.length);
  const glyph = glyphs.get(index) ?? new Path2D(GLYPH_PATHS[index]);
  glyphs.set(index, glyph);
  context.save();
  context.translate(x - size / 2, y - size / 2);
  context.scale(size / SIDE, size / SIDE);
  context.fillStyle = colours.of(mark.colour);
  context.beginPath();
  context.roundRect(0, 0, SIDE, SIDE, 5.5);
  context.fill();
  context.fillStyle = colours.onMark;
  context.fill(glyph, 'evenodd');
  context.restore();
}
