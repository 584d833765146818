import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '@/engine/random';
import { padded, Workbench } from './workbench';

const UNIT = 2 ** -24;

const shapes = fc.record({
  side: fc.integer({ min: 2, max: 9 }),
  channels: fc.integer({ min: 1, max: 9 }),
  bytes: fc.boolean(),
  kernel: fc.constantFrom(1, 3, 5, 7),
  filters: fc.integer({ min: 1, max: 20 }),
  pictures: fc.integer({ min: 1, max: 3 }),
  ink: fc.constantFrom(0, 0.1, 0.5, 1),
  seed: fc.integer({ min: 0, max: 1e6 }),
});
type Shape = typeof shapes extends fc.Arbitrary<infer T> ? T : never;

/** A convolution with its pooling on the workbench, its numbers drawn. */
class Case {
  readonly bench = new Workbench();
  readonly channels: number;
  readonly filters: number;
  readonly half: number;
  readonly cells: number;
  /** Numbers from one line of the plane to the next. */
  readonly line: number;
  private readonly at;
  /** What comes in, as numbers. */
  readonly maps: Float32Array;
  /** [kernel · kernel · channels, filters] */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
  private readonly random: Random;

  constructor(private readonly shape: Shape) {
    const { side, bytes, kernel, pictures, ink, seed } = shape;
    // What comes in from a layer is padded; bytes are not.
    this.channels = bytes ? shape.channels : padded(shape.channels);
    this.filters = padded(shape.filters);
    this.half = Math.floor(side / 2);
    this.cells = this.half ** 2;
    const { bench, channels, filters, cells } = this;
    const width = side + kernel - 1;
    this.line = width * channels;
    const count = pictures * side * side * channels;
    const numbers = kernel * kernel * channels * filters;
    this.at = {
      source: bench.room(count),
      plane: bench.room(width * this.line + 3),
      weights: bench.room(numbers),
      packed: bench.room(numbers),
      biases: bench.room(filters),
      answers: bench.room(pictures * cells * filters),
      winners: bench.room(pictures * cells * filters),
      slopes: bench.room(pictures * cells * filters),
      lists: bench.room(2 * cells * filters),
      ends: bench.room(filters),
      gradient: bench.room(filters * kernel * padded(kernel * channels)),
      turned: bench.room(numbers),
      back: bench.room(count),
      backPlane: bench.room(width * this.line + 3),
      scratch: bench.room(filters),
    };
    bench.open();
    this.random = createRandom(seed);
    const { random } = this;
    if (bytes) {
      const source = bench.bytes(this.at.source, count);
      source.set(source.map(() => (random.uniform() < ink ? 1 + random.int(255) : 0)));
      this.maps = Float32Array.from(source, (byte) => byte / 255);
    } else {
      this.maps = bench.numbers(this.at.source, count);
      this.maps.set(this.maps.map(() => (random.uniform() < ink ? random.normal() : 0)));
    }
    this.weights = this.noise(this.at.weights, numbers);
    this.biases = this.noise(this.at.biases, filters);
  }

  private noise(at: number, count: number): Float32Array {
    const numbers = this.bench.numbers(at, count);
    numbers.set(numbers.map(() => this.random.normal()));
    return numbers;
  }

  forward() {
    const { bench, at, filters, channels, cells } = this;
    const { side, bytes, kernel, pictures } = this.shape;
    const { kernels } = bench;
    kernels.setMaps(side, channels, kernel, filters);
    kernels.pack(at.packed, at.weights, 4 * filters, 4, kernel * kernel * channels, filters);
    const as = bytes ? 1 : 0;
    kernels.convolve(at.answers, at.winners, at.source, as, at.plane, at.packed, at.biases, pictures);
    const count = pictures * cells * filters;
    return {
      answers: bench.numbers(at.answers, count),
      winners: new Uint32Array(bench.kernels.memory.buffer, at.winners, count),
    };
  }

  /** After `forward`, with some slopes. @returns the slopes, what moved the filters at rate 1, and what goes back */
  backward() {
    const { bench, at, filters, channels, cells, random } = this;
    const { side, bytes, pictures, ink } = this.shape;
    const { kernels } = bench;
    const slopes = bench.numbers(at.slopes, pictures * cells * filters);
    slopes.set(slopes.map(() => (random.uniform() < ink ? random.normal() : 0)));
    const before = this.weights.slice();
    kernels.setRule(0, 1, 0, 0);
    if (!bytes) kernels.turnFilters(at.turned, at.weights, 4 * filters);
    kernels.convolveBack(
      at.slopes,
      at.winners,
      at.lists,
      at.ends,
      at.source,
      bytes ? 1 : 0,
      at.plane,
      at.gradient,
      at.turned,
      bytes ? 0 : at.back,
      at.backPlane,
      pictures,
    );
    this.weights.fill(0);
    kernels.learnFilters(at.weights, 4 * filters, at.gradient, at.scratch, 0);
    const learned = this.weights.map((w) => -w);
    this.weights.set(before);
    const back = bytes ? null : bench.numbers(at.back, pictures * side * side * channels);
    return { slopes, learned, back };
  }

  /** Each number that a window sees, by its place in the window: weight row, and its place in `maps`; none where it lies outside. */
  *window(picture: number, y: number, x: number): Generator<{ input: number; from: number | null }> {
    const { side, kernel } = this.shape;
    const { channels } = this;
    const around = (kernel - 1) / 2;
    let input = 0;
    for (let ky = y - around; ky <= y + around; ky++)
      for (let kx = x - around; kx <= x + around; kx++)
        for (let channel = 0; channel < channels; channel++, input++) {
          const inside = ky >= 0 && ky < side && kx >= 0 && kx < side;
          yield { input, from: inside ? ((picture * side + ky) * side + kx) * channels + channel : null };
        }
  }

  /** Where a window that the kernels name lies. */
  placeOf(window: number): { y: number; x: number } {
    const number = window / 4;
    return { y: Math.floor(number / this.line), x: (number % this.line) / this.channels };
  }

  /** Each pooled sum. */
  *each(): Generator<{ i: number; picture: number; y: number; x: number; filter: number }> {
    let i = 0;
    for (let picture = 0; picture < this.shape.pictures; picture++)
      for (let y = 0; y < this.half; y++)
        for (let x = 0; x < this.half; x++)
          for (let filter = 0; filter < this.filters; filter++) yield { i: i++, picture, y, x, filter };
  }
}

describe('a convolution with its pooling', () => {
  it('has, for all shapes, the bits of its stated order, and is within its bound of float64', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const it = new Case(shape);
        const { answers, winners } = it.forward();
        for (const { i, picture, y, x, filter } of it.each()) {
          let best = { sum: Number.NEGATIVE_INFINITY, exact: 0, bound: 0, y: -1, x: -1 };
          for (const [dy, dx] of [
            [0, 0],
            [0, 1],
            [1, 0],
            [1, 1],
          ] as const) {
            const [wy, wx] = [2 * y + dy, 2 * x + dx];
            let [sum, exact, size] = [0, 0, 0];
            for (const { input, from } of it.window(picture, wy, wx)) {
              const term = from === null ? 0 : it.maps[from]! * it.weights[input * it.filters + filter]!;
              sum = Math.fround(sum + Math.fround(term));
              exact += term;
              size += Math.abs(term);
            }
            const bound = (shape.kernel ** 2 * it.channels + 1) * UNIT * size * 1.01;
            if (sum > best.sum) best = { sum, exact, bound, y: wy, x: wx };
          }
          const bias = it.biases[filter]!;
          if (answers[i] !== Math.fround(best.sum + bias)) return false;
          const room = best.bound + UNIT * Math.abs(best.sum + bias);
          if (Math.abs(answers[i]! - best.exact - bias) > room) return false;
          const won = it.placeOf(winners[i]!);
          if (won.y !== best.y || won.x !== best.x) return false;
        }
        return it.bench.tidy;
      }),
      { numRuns: 60 },
    );
  });

  it('learns and sends back, for all shapes, what float64 says within its bound, and writes nothing beside its targets', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const it = new Case(shape);
        const { winners } = it.forward();
        const { slopes, learned, back } = it.backward();
        const zeros = (count: number) => ({
          value: new Float64Array(count),
          size: new Float64Array(count),
          terms: new Float64Array(count),
        });
        const gradient = zeros(it.weights.length);
        const sent = zeros(it.maps.length);
        const add = ({ value, size, terms }: ReturnType<typeof zeros>, at: number, term: number) => {
          value[at]! += term;
          size[at]! += Math.abs(term);
          terms[at]! += 1;
        };
        for (const { i, picture, filter } of it.each()) {
          const { y, x } = it.placeOf(winners[i]!);
          for (const { input, from } of it.window(picture, y, x)) {
            if (from === null) continue;
            add(gradient, input * it.filters + filter, slopes[i]! * it.maps[from]!);
            add(sent, from, slopes[i]! * it.weights[input * it.filters + filter]!);
          }
        }
        const within = (found: Float32Array, { value, size, terms }: ReturnType<typeof zeros>) =>
          found.every(
            (number, at) => Math.abs(number - value[at]!) <= (terms[at]! + 1) * UNIT * size[at]! * 1.01,
          );
        return it.bench.tidy && within(learned, gradient) && (!back || within(back, sent));
      }),
      { numRuns: 60 },
    );
  });

  it('of equal sums the first wins, and NaN goes on', () => {
    const it = new Case({
      side: 2,
      channels: 4,
      bytes: false,
      kernel: 1,
      filters: 4,
      pictures: 1,
      ink: 1,
      seed: 1,
    });
    it.maps.fill(1);
    expect(Array.from(it.forward().winners)).toEqual([0, 0, 0, 0]);
    it.maps[15] = Number.NaN;
    expect(Array.from(it.forward().answers).every(Number.isNaN)).toBe(true);
  });
});

it('padding is cleared, units are not', () => {
  const bench = new Workbench();
  const at = bench.room(16);
  bench.open();
  const rows = bench.numbers(at, 16).fill(2);
  bench.kernels.clearPadding(at, 2, 5, 8);
  expect(Array.from(rows)).toEqual([2, 2, 2, 2, 2, 0, 0, 0, 2, 2, 2, 2, 2, 0, 0, 0]);
  expect(bench.tidy).toBe(true);
});
