import { dealExercise, solveExercise } from '@/engine/dense/backpropagation-exercise';
import { LOSS_RULES } from '@/engine/dense/losses';
import { CURVES } from '@/engine/landscape/curves';
import { descendCurve } from '@/engine/landscape/descent';
import { exact } from '@/engine/perceptron/perceptron';
import type { Random } from '@/engine/random';
import { asked, type PaperExercise, type PaperTable, rounded, shown, sign, word } from './paper-exercise';

const SQUARED = LOSS_RULES['squared-error'];
const CROSS = LOSS_RULES['binary-cross-entropy'];

/** Two networks' three outputs for one picture: differences, squares, and their sum. */
export function squaresByHand(random: Random): PaperExercise {
  const wanted = random.shuffle([1, 0, 0]);
  const table = (name: string): PaperTable => {
    const outputs = wanted.map((t) => (t === 1 ? 10 - random.int(7) : random.int(6)) / 10);
    const squares = outputs.map((y, at) => exact(SQUARED.of(y, wanted[at]!)));
    return {
      title: name,
      heads: ['t', 'y', 'y − t', '(y − t)²'],
      rows: [
        ...outputs.map((y, at) => [
          shown(wanted[at]!),
          shown(y),
          asked(exact(y - wanted[at]!)),
          asked(squares[at]!),
        ]),
        [shown(''), shown(''), shown('L'), asked(exact(squares.reduce((sum, square) => sum + square, 0)))],
      ],
    };
  };
  return { lines: ['L = Σ (y − t)²'], tables: [table('A'), table('B')] };
}

/** Both losses of one sigmoid output and how hard each pushes its sum z; wanted is 0. Three decimals. */
export function twoSlopes(random: Random): PaperExercise {
  const outputs = [1 + random.int(2), 4 + random.int(3), 8 + random.int(2)].map((tenths) => tenths / 10);
  const surely = (95 + random.int(5)) / 100;
  return {
    lines: ['t = 0', '(y − t)²:  ∂L/∂z = 2 (y − t) · y (1 − y)', '−ln(1 − y):  ∂L/∂z = y − t'],
    tables: [
      {
        heads: ['y', 'y²', '−ln(1 − y)', '2 y² (1 − y)', 'y − t'],
        rows: [...outputs, surely].map((y) => [
          shown(y),
          ...[
            SQUARED.of(y, 0),
            CROSS.of(y, 0),
            SQUARED.slope(y, 0) * y * (1 - y),
            CROSS.slope(y, 0) * y * (1 - y),
          ].map((value) => asked(rounded(value, 3))),
        ]),
      },
    ],
  };
}

/** Some steps of gradient descent in a valley, with a rate that is small and one that jumps over the lowest place. */
export function gradientSteps(random: Random): PaperExercise {
  const start = 2 + random.int(2);
  const rates = [0.1 * (2 + random.int(4)), 1 + 0.1 * (4 + random.int(4))].map(exact);
  const walks = rates.map((learningRate) => {
    const settings = { optimizer: 'sgd', learningRate, batch: 'full' } as const;
    const path = descendCurve(CURVES.parabola(), start, settings, random);
    return Array.from({ length: 4 }, () => path.next().value!);
  });
  return {
    lines: ['L = w² / 2', 'w ← w − r · w'],
    tables: walks.map((walk, at) => ({
      title: `r = ${sign(rates[at]!)}`,
      heads: [word('step'), 'w', word('slope'), 'r · w', 'w − r · w'],
      rows: walk
        .slice(0, 3)
        .map(({ step, a, slope }, index) => [
          shown(step + 1),
          index === 0 ? shown(rounded(a, 4)) : asked(rounded(a, 4)),
          asked(rounded(slope!.a, 4)),
          asked(rounded(rates[at]! * slope!.a, 4)),
          asked(rounded(walk[index + 1]!.a, 4)),
        ]),
    })),
    picture: { kind: 'valley', places: walks[1]!.map(({ a }) => a) },
  };
}

/** From the loss back to one of the first weights, in a network of which the forward pass is done. Four decimals. */
export function slopesBack(random: Random): PaperExercise {
  const dealt = dealExercise(random);
  const { forward, backward } = solveExercise(dealt);
  // Written as on paper, and worked with as written.
  const [h1, h2] = forward[0]!.map(({ y }) => rounded(y, 4));
  const y = rounded(forward[1]![0]!.y, 4);
  const [w5] = forward[1]![0]!.products.map(({ weight }) => weight);
  const out = backward[1]![0]!;
  const first = backward[0]![0]!;
  const steps: [string, string, number][] = [
    ['∂L/∂y', '2 (y − t)', out.outputSlope],
    ['δ₃', '∂L/∂y · y (1 − y)', out.delta],
    ['∂L/∂w₅', 'δ₃ · h₁', out.weightSlopes[0]!.product],
    ['∂L/∂h₁', 'w₅ · δ₃', first.outputSlope],
    ['δ₁', '∂L/∂h₁ · h₁ (1 − h₁)', first.delta],
    ['∂L/∂w₁', 'δ₁ · x₁', first.weightSlopes[0]!.product],
  ];
  return {
    lines: [
      `x₁ = ${sign(dealt.inputs[0]!)}   t = ${dealt.targets[0]}   w₅ = ${sign(w5!)}`,
      `h₁ = ${h1}   h₂ = ${h2}   y = ${y}`,
    ],
    tables: [
      {
        heads: [word('slope'), word('product'), '='],
        rows: steps.map(([name, product, value]) => [shown(name), shown(product), asked(rounded(value, 4))]),
      },
    ],
  };
}

/** How often the weights are updated. */
export function countUpdates(random: Random): PaperExercise {
  const rows = [2_000, 5_000, 6_000].map((pictures) => {
    const batch = [16, 32, 64, 100][random.int(4)]!;
    const epochs = 2 + random.int(5);
    const batches = Math.ceil(pictures / batch);
    return [
      ...[pictures, batch, epochs].map(shown),
      ...[batches, pictures - (batches - 1) * batch, batches * epochs].map(asked),
    ];
  });
  const heads = (['pictures', 'batch', 'epochs', 'batches', 'last', 'updates'] as const).map(word);
  return { lines: [], tables: [{ heads, rows }] };
}

/** The loop by hand: one weight, one example a round. Four decimals. */
export function loopByHand(random: Random): PaperExercise {
  const truth = 2 + random.int(2);
  let w = exact(random.int(3) / 2);
  const start = w;
  const rate = 0.1;
  const rows = [1, 2, 1, 2].map((x) => {
    const t = truth * x;
    const y = exact(w * x);
    const gradient = exact(SQUARED.slope(y, t) * x);
    const row = [x, t]
      .map(shown)
      .concat([y, exact(SQUARED.of(y, t)), gradient].map((value) => asked(rounded(value, 4))));
    w = exact(w - rate * gradient);
    return [...row, asked(rounded(w, 4))];
  });
  return {
    lines: [`y = w · x   L = (y − t)²   g = 2 (y − t) · x   w ← w − ${rate} · g`, `w = ${sign(start)}`],
    tables: [{ heads: ['x', 't', 'y', 'L', 'g', 'w'], rows }],
  };
}
