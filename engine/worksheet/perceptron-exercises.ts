import { evaluateUnits } from '@/engine/perceptron/circuit';
import { GATES } from '@/engine/perceptron/gates';
import { type Example, learnOne } from '@/engine/perceptron/learning-rule';
import { exact, output, type Perceptron, weightedSum } from '@/engine/perceptron/perceptron';
import { inputRows } from '@/engine/perceptron/truth-table';
import type { Random } from '@/engine/random';
import { asked, type PaperExercise, shown, sign } from './paper-exercise';

/** A number of halves from −2 to 2, not 0. */
function halves(random: Random): number {
  return ((1 + random.int(4)) * (random.int(2) === 0 ? -1 : 1)) / 2;
}

/** Two inputs, and rows of both answers. */
function dealPerceptron(random: Random): Perceptron & { weights: readonly [number, number] } {
  for (;;) {
    const unit = { weights: [halves(random), halves(random)] as const, threshold: halves(random) };
    if (new Set(inputRows(2).map((row) => output(unit, row))).size === 2) return unit;
  }
}

/** Four rows of two inputs: products, sum, answer; and the line on the plane. */
export function weightedSums(random: Random): PaperExercise {
  const unit = dealPerceptron(random);
  const [w1, w2] = unit.weights;
  return {
    lines: [`w₁ = ${sign(w1)}   w₂ = ${sign(w2)}   θ = ${sign(unit.threshold)}`],
    tables: [
      {
        heads: ['x₁', 'x₂', 'w₁x₁', 'w₂x₂', 's', 'y'],
        rows: inputRows(2).map((row) => [
          ...row.map(shown),
          ...row.map((input, at) => asked(exact(unit.weights[at]! * input))),
          asked(weightedSum(unit, row)),
          asked(output(unit, row)),
        ]),
      },
    ],
    picture: { kind: 'plane', weights: [w1, w2], threshold: unit.threshold },
  };
}

/** One round of the perceptron rule over the rows of a gate, in an order of chance. */
export function perceptronRound(random: Random): PaperExercise {
  const gate = GATES[(['and', 'or', 'nand'] as const)[random.int(3)]!];
  const examples: Example[] = random.shuffle(
    inputRows(2).map((inputs, row) => ({ inputs, target: gate.outputs[row]! })),
  );
  const start = { weights: [random.int(3) - 1, random.int(3) - 1], threshold: random.int(3) - 1 };
  let unit: Perceptron = start;
  const rows = examples.map((example, at) => {
    const done = learnOne(unit, example, at);
    unit = done.after;
    return [
      ...example.inputs.map(shown),
      shown(example.target),
      ...[done.sum, done.output, done.error, ...unit.weights, unit.threshold].map(asked),
    ];
  });
  return {
    lines: [
      `w₁ = ${sign(start.weights[0]!)}   w₂ = ${sign(start.weights[1]!)}   θ = ${sign(start.threshold)}`,
      'w ← w + (t − y) x   θ ← θ − (t − y)',
    ],
    tables: [{ heads: ['x₁', 'x₂', 't', 's', 'y', 't − y', 'w₁', 'w₂', 'θ'], rows }],
  };
}

/** Two units before one: each row of bits through both layers. */
export function twoLayers(random: Random): PaperExercise {
  const sides = () => (random.int(2) === 0 ? -1 : 1);
  const deal = (): Perceptron => {
    const weights = [sides(), sides()];
    // Between two sums that occur, so that no row stands at θ itself.
    const most = weights.filter((weight) => weight > 0).length;
    return { weights, threshold: most - 0.5 - random.int(2) };
  };
  for (;;) {
    const layers = [[deal(), deal()], [deal()]];
    const answers = inputRows(2).map((row) => evaluateUnits({ inputs: 2, layers }, row));
    const columns = [0, 1, 2].map((at) => answers.map((layer) => layer.flat()[at]!.output));
    // Each unit says both, and no two of them the same.
    if (columns.some((column) => new Set(column).size < 2)) continue;
    if (new Set(columns.map(String)).size < 3) continue;
    const line = (name: string, { weights: [a, b], threshold }: Perceptron, [x, y]: readonly string[]) =>
      `${name} = 1:  ${a! < 0 ? '−' : ''}${x} ${b! < 0 ? '−' : '+'} ${y} ≥ ${sign(threshold)}`;
    const [[a, b], [y]] = layers as [[Perceptron, Perceptron], [Perceptron]];
    return {
      lines: [line('A', a, ['x₁', 'x₂']), line('B', b, ['x₁', 'x₂']), line('Y', y, ['A', 'B'])],
      tables: [
        {
          heads: ['x₁', 'x₂', 'A', 'B', 'Y'],
          rows: inputRows(2).map((row, at) => [
            ...row.map(shown),
            ...columns.map((column) => asked(column[at]!)),
          ]),
        },
      ],
    };
  }
}
