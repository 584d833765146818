import type { Random } from '@/engine/random';
import { inkBetween } from './ink-between';

/** How far a hidden picture may be turned (radians) and moved (pixels) at most. */
const MOST_TURN = (8 * Math.PI) / 180;
const MOST_SHIFT = 1;

/**
 * A copy of one picture, slightly turned about its centre and moved, by amounts drawn from `random` (uniform, below
 * 8 degrees and 1 pixel either way); sampled bilinearly, paper outside.
 * Sine and cosine may differ in the last bit between machines; rounding to bytes hides that.
 */
export function distort(picture: Uint8Array, side: number, random: Random): Uint8Array {
  const angle = (random.uniform() * 2 - 1) * MOST_TURN;
  const shiftX = (random.uniform() * 2 - 1) * MOST_SHIFT;
  const shiftY = (random.uniform() * 2 - 1) * MOST_SHIFT;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const centre = (side - 1) / 2;
  const out = new Uint8Array(picture.length);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const dx = x - centre - shiftX;
      const dy = y - centre - shiftY;
      const sourceX = cos * dx + sin * dy + centre;
      const sourceY = -sin * dx + cos * dy + centre;
      out[y * side + x] = Math.round(inkBetween(picture, side, sourceX, sourceY));
    }
  }
  return out;
}
