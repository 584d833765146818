import type { Examples } from '@/engine/digits/examples';
import { inkBetween } from '@/engine/digits/ink-between';
import { createRandom, type Random, STREAMS } from '@/engine/random';

/**
 * How far a drawn picture may be from the two that it was made of, either way. Part of the rule by which classes are scored (decision 73): other numbers are another
 * rule, for classes that are made then.
 */
const DRAWN = {
  /** Radians. */
  turn: (10 * Math.PI) / 180,
  /** Pixels. */
  shift: 1.3,
  /** Share of its size. */
  size: 0.1,
  slant: 0.12,
  /** Pixels by which each knot of a net over the picture is pulled, and the net's knots a side. */
  pull: 1.1,
  knots: 5,
  /** Share by which lines become those of the picture made thicker, or thinner, by one pixel. */
  thickness: 0.4,
  /** The least and the most that the second of two pictures of the same label is in it. */
  mixed: [0.4, 0.5],
} as const;

/**
 * Pictures that are in no file: each is two of the same label, chosen from `reserve`, both turned, moved, sized, slanted and pulled out of shape
 * (after Simard, Steinkraus and Platt 2003, on a coarse net) by amounts of their own, mixed (after Zhang et al. 2018, within a label), and drawn thicker or thinner.
 * Every label equally often, as many as `count`. The same seed gives the same pictures; sine and cosine may differ in the last bit between machines, which rounding to bytes hides.
 * @param count a multiple of the number of labels, each of which has two pictures at least
 * @param seed unsigned 32 bits
 */
export function drawHidden(
  reserve: Examples,
  { side, labels }: { side: number; labels: readonly unknown[] },
  count: number,
  seed: number,
): Examples {
  const random = createRandom(seed, STREAMS.distortion, 2);
  const byLabel = labels.map((_, label) =>
    random.shuffle(Array.from(reserve.labels.keys()).filter((at) => reserve.labels[at] === label)),
  );
  const each = count / labels.length;
  const order = random.shuffle(labels.flatMap((_, label) => new Array<number>(each).fill(label)));
  const size = side * side;
  const taken = labels.map(() => 0);
  const pixels = new Uint8Array(count * size);
  const pictureOf = (at: number) => reserve.pixels.subarray(at * size, (at + 1) * size);
  for (const [to, label] of order.entries()) {
    const own = byLabel[label]!;
    const first = taken[label]!++ % own.length;
    const second = (first + 1 + random.int(own.length - 1)) % own.length;
    const [least, most] = DRAWN.mixed;
    const share = least + random.uniform() * (most - least);
    const one = warped(pictureOf(own[first]!), side, random);
    const other = warped(pictureOf(own[second]!), side, random);
    const mixed = one.map((ink, at) => ink * (1 - share) + other[at]! * share);
    pixels.set(thickened(mixed, side, (random.uniform() * 2 - 1) * DRAWN.thickness), to * size);
  }
  return { count, pixels, labels: Uint8Array.from(order) };
}

/** A picture turned, moved, sized, slanted, and pulled at the knots of a coarse net, by amounts of its own. */
function warped(picture: Uint8Array, side: number, random: Random): Float32Array {
  const either = (most: number) => (random.uniform() * 2 - 1) * most;
  const angle = either(DRAWN.turn);
  const [shiftX, shiftY] = [either(DRAWN.shift), either(DRAWN.shift)];
  const [wide, high] = [1 + either(DRAWN.size), 1 + either(DRAWN.size)];
  const slant = either(DRAWN.slant);
  const pullX = pullsOf(side, random);
  const pullY = pullsOf(side, random);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const centre = (side - 1) / 2;
  const out = new Float32Array(side * side);
  for (let y = 0, at = 0; y < side; y++) {
    for (let x = 0; x < side; x++, at++) {
      const dy = (y - centre - shiftY) * high;
      const dx = (x - centre - shiftX) * wide + slant * dy;
      const sourceX = cos * dx + sin * dy + centre + pullX[at]!;
      const sourceY = -sin * dx + cos * dy + centre + pullY[at]!;
      out[at] = inkBetween(picture, side, sourceX, sourceY);
    }
  }
  return out;
}

/** By how much each pixel is pulled one way: what the knots around it are pulled by, weighed by how near they are. */
function pullsOf(side: number, random: Random): Float32Array {
  const { knots, pull } = DRAWN;
  const net = Float32Array.from({ length: knots * knots }, () => (random.uniform() * 2 - 1) * pull);
  const out = new Float32Array(side * side);
  for (let y = 0, to = 0; y < side; y++) {
    const netY = (y / (side - 1)) * (knots - 1);
    const top = Math.min(Math.floor(netY), knots - 2);
    for (let x = 0; x < side; x++, to++) {
      const netX = (x / (side - 1)) * (knots - 1);
      const left = Math.min(Math.floor(netX), knots - 2);
      const at = top * knots + left;
      const [fx, fy] = [netX - left, netY - top];
      const upper = net[at]! * (1 - fx) + net[at + 1]! * fx;
      const lower = net[at + knots]! * (1 - fx) + net[at + knots + 1]! * fx;
      out[to] = upper * (1 - fy) + lower * fy;
    }
  }
  return out;
}

/** Towards the most (share above 0) or the least ink of each pixel's neighbours. */
function thickened(picture: Float32Array, side: number, share: number): Uint8Array {
  const out = new Uint8Array(picture.length);
  const choose = share > 0 ? Math.max : Math.min;
  const part = Math.abs(share);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const at = y * side + x;
      let chosen = picture[at]!;
      if (x > 0) chosen = choose(chosen, picture[at - 1]!);
      if (x < side - 1) chosen = choose(chosen, picture[at + 1]!);
      if (y > 0) chosen = choose(chosen, picture[at - side]!);
      if (y < side - 1) chosen = choose(chosen, picture[at + side]!);
      out[at] = Math.round(picture[at]! * (1 - part) + chosen * part);
    }
  }
  return out;
}
