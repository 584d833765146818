import { activationRule } from '@/engine/dense/activations';
import { denseShape, layerSpans } from '@/engine/dense/shape';
import { exact } from '@/engine/perceptron/perceptron';
import type { Random } from '@/engine/random';
import { PAPER } from '@/protocol/datasets';
import {
  asked,
  type PaperCell,
  type PaperExercise,
  rounded,
  shown,
  sign,
  term,
  word,
} from './paper-exercise';

/** The layers of a network, each with how many numbers it learns, and all of them together. */
function countLayers(inputs: number, hidden: readonly number[], outputs: number): PaperExercise {
  const spans = layerSpans(denseShape(inputs, hidden, 'relu', outputs, 'sigmoid'));
  const rows: PaperCell[][] = spans.map((span, at) => [
    shown(at + 1),
    ...[span.inputs, span.units].map(shown),
    ...[span.inputs * span.units, span.units, span.count].map(asked),
  ]);
  const all = spans.reduce((sum, { count }) => sum + count, 0);
  return {
    lines: [[inputs, ...hidden, outputs].join('–')],
    tables: [
      {
        heads: (['layer', 'inputs', 'units', 'weights', 'biases', 'together'] as const).map(word),
        rows: [...rows, [shown(word('all')), shown(''), shown(''), shown(''), shown(''), asked(all)]],
      },
    ],
  };
}

/** How many numbers a small network learns. */
export function countOfSmallNetwork(random: Random): PaperExercise {
  return countLayers(2, [3 + random.int(4), 2 + random.int(3)], 1);
}

/** The same for one that reads pictures of 28 × 28. */
export function countOfPictureNetwork(random: Random): PaperExercise {
  return countLayers(PAPER.pixels, [[16, 20, 24, 40, 50, 64][random.int(6)]!], 10);
}

/** A unit that bends: its sum and what ReLU makes of it, for four places, of which some are below 0. */
export function bentUnit(random: Random): PaperExercise {
  const halves = (most: number) => (random.int(4 * most + 1) - 2 * most) / 2;
  const relu = activationRule('relu');
  for (;;) {
    const [a, b, c] = [halves(2), halves(2), halves(1)];
    const places = Array.from({ length: 4 }, () => [halves(2), halves(2)] as const);
    const sums = places.map(([x, y]) => exact(a * x + b * y + c));
    if (a === 0 || b === 0 || !sums.some((z) => z < 0) || !sums.some((z) => z > 0)) continue;
    return {
      lines: [`z = ${sign(a)} x₁ ${term(b)} x₂ ${term(c)}`, 'ReLU(z) = max(0, z)'],
      tables: [
        {
          heads: ['x₁', 'x₂', 'z', 'ReLU(z)'],
          rows: places.map(([x, y], at) => [shown(x), shown(y), asked(sums[at]!), asked(relu.f(sums[at]!))]),
        },
      ],
    };
  }
}

/** A small filter slid over a small picture: each place of the map is nine products, added up. */
export function slidFilter(random: Random): PaperExercise {
  const picture = Array.from({ length: 5 }, () => Array.from({ length: 5 }, () => random.int(2)));
  // Edges: what is to the right against what is to the left, or the lower against the upper.
  const upright = random.int(2) === 0;
  const filter = [-1, 0, 1].map((row) => [-1, 0, 1].map((column) => (upright ? column : row)));
  const map = [0, 1, 2].map((top) =>
    [0, 1, 2].map((left) =>
      exact(
        filter.reduce(
          (sum, line, y) =>
            line.reduce((inner, weight, x) => inner + weight * picture[top + y]![left + x]!, sum),
          0,
        ),
      ),
    ),
  );
  const table = (
    title: 'picture' | 'filter' | 'map',
    rows: number[][],
    cell: (value: number) => PaperCell,
  ) => ({
    title: word(title),
    heads: [],
    rows: rows.map((row) => row.map(cell)),
  });
  return {
    lines: [],
    tables: [table('picture', picture, shown), table('filter', filter, shown), table('map', map, asked)],
  };
}

/** Labels that a network got right and wrong, and how good it is at each: percent, one decimal. */
export function rightByLabel(random: Random): PaperExercise {
  const many = 30 + 5 * random.int(3);
  const few = 5 * (1 + random.int(2));
  const rightOfMany = many - random.int(3);
  const rightOfFew = random.int(few);
  const percent = (right: number, of: number) => `${rounded((100 * right) / of, 1)}%`;
  return {
    lines: [],
    tables: [
      {
        heads: [word('really'), 'A', 'B', word('right')],
        rows: [
          [shown('A'), shown(rightOfMany), shown(many - rightOfMany), asked(percent(rightOfMany, many))],
          [shown('B'), shown(few - rightOfFew), shown(rightOfFew), asked(percent(rightOfFew, few))],
          [
            shown(word('all')),
            asked(rightOfMany + few - rightOfFew),
            asked(many - rightOfMany + rightOfFew),
            asked(percent(rightOfMany + rightOfFew, many + few)),
          ],
        ],
      },
    ],
  };
}

/** Paper to draw examples on. Nothing in it is dealt. */
export function drawExamples(): PaperExercise {
  return { lines: [], tables: [], picture: { kind: 'boxes', rows: 2, columns: 5 } };
}
