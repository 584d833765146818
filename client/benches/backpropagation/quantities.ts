import { numbered } from '@/client/benches/numbers/number-text';
import { EXERCISE_SHAPE, type Exercise, solveExercise } from '@/engine/dense/backpropagation-exercise';
import type { ExplainedPass } from '@/engine/dense/explained-pass';
import { biasIndex, layerSpans, weightIndex } from '@/engine/dense/shape';

/**
 * Every number of the 2-2-1 network by a name, with what it is made of and in which step it becomes known. Weights are
 * numbered w₁ … w₆ in the order in which they stand on the page; units are 1 and 2 (hidden) and 3 (output).
 */
export const GIVEN = ['x1', 'x2', 't', 'w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'b1', 'b2', 'b3'] as const;
const FORWARD = ['z1', 'z2', 'y1', 'y2', 'z3', 'y3', 'loss'] as const;
export const BACKWARD = [
  'dy3',
  'd3',
  'gw5',
  'gw6',
  'gb3',
  'dy1',
  'dy2',
  'd1',
  'd2',
  'gw1',
  'gw2',
  'gb1',
  'gw3',
  'gw4',
  'gb2',
] as const;
export const QUANTITIES = [...GIVEN, ...FORWARD, ...BACKWARD] as const;
export type QuantityId = (typeof QUANTITIES)[number];

/** Steps of the two passes: 0 nothing calculated yet; 1, 2 the layers forward; 3 the loss; then back, 4 to 7. */
export const LAST_STAGE = 7;
/** The loss is known: the forward pass is over. */
export const LOSS_STAGE = 3;

/** How a number is calculated; the signs in between are the writer's business. */
type Recipe =
  | { kind: 'given' }
  /** Σ products + bias */
  | { kind: 'sum'; products: readonly (readonly [QuantityId, QuantityId])[]; bias: QuantityId }
  | { kind: 'sigmoid'; of: QuantityId }
  /** (a − b)² */
  | { kind: 'square'; a: QuantityId; b: QuantityId }
  /** 2 (a − b) */
  | { kind: 'twice'; a: QuantityId; b: QuantityId }
  /** slope · y (1 − y) */
  | { kind: 'through'; slope: QuantityId; y: QuantityId }
  | { kind: 'product'; a: QuantityId; b: QuantityId }
  | { kind: 'same'; as: QuantityId };

export interface Quantity {
  id: QuantityId;
  symbol: string;
  stage: number;
  recipe: Recipe;
}

const SYMBOLS: Partial<Record<QuantityId, string>> = {
  t: 't',
  y1: 'h₁',
  y2: 'h₂',
  y3: 'y',
  loss: 'L',
  dy1: '∂L/∂h₁',
  dy2: '∂L/∂h₂',
  dy3: '∂L/∂y',
};

function symbolOf(id: QuantityId): string {
  const named = SYMBOLS[id];
  if (named) return named;
  const index = Number(id.at(-1)) - 1;
  if (id.startsWith('gw')) return `∂L/∂${numbered('w', index)}`;
  if (id.startsWith('gb')) return `∂L/∂${numbered('b', index)}`;
  return numbered(id.startsWith('d') ? 'δ' : id[0]!, index);
}

/** What becomes known in each step. */
const STAGES: readonly (readonly QuantityId[])[] = [
  GIVEN,
  ['z1', 'z2', 'y1', 'y2'],
  ['z3', 'y3'],
  ['loss'],
  ['dy3'],
  ['d3', 'gw5', 'gw6', 'gb3'],
  ['dy1', 'dy2'],
  ['d1', 'd2', 'gw1', 'gw2', 'gb1', 'gw3', 'gw4', 'gb2'],
];

const RECIPES: Partial<Record<QuantityId, Recipe>> = {
  z1: {
    kind: 'sum',
    products: [
      ['w1', 'x1'],
      ['w2', 'x2'],
    ],
    bias: 'b1',
  },
  z2: {
    kind: 'sum',
    products: [
      ['w3', 'x1'],
      ['w4', 'x2'],
    ],
    bias: 'b2',
  },
  z3: {
    kind: 'sum',
    products: [
      ['w5', 'y1'],
      ['w6', 'y2'],
    ],
    bias: 'b3',
  },
  y1: { kind: 'sigmoid', of: 'z1' },
  y2: { kind: 'sigmoid', of: 'z2' },
  y3: { kind: 'sigmoid', of: 'z3' },
  loss: { kind: 'square', a: 'y3', b: 't' },
  dy3: { kind: 'twice', a: 'y3', b: 't' },
  d3: { kind: 'through', slope: 'dy3', y: 'y3' },
  gw5: { kind: 'product', a: 'd3', b: 'y1' },
  gw6: { kind: 'product', a: 'd3', b: 'y2' },
  gb3: { kind: 'same', as: 'd3' },
  dy1: { kind: 'product', a: 'w5', b: 'd3' },
  dy2: { kind: 'product', a: 'w6', b: 'd3' },
  d1: { kind: 'through', slope: 'dy1', y: 'y1' },
  d2: { kind: 'through', slope: 'dy2', y: 'y2' },
  gw1: { kind: 'product', a: 'd1', b: 'x1' },
  gw2: { kind: 'product', a: 'd1', b: 'x2' },
  gw3: { kind: 'product', a: 'd2', b: 'x1' },
  gw4: { kind: 'product', a: 'd2', b: 'x2' },
  gb1: { kind: 'same', as: 'd1' },
  gb2: { kind: 'same', as: 'd2' },
};

const TABLE = Object.fromEntries(
  QUANTITIES.map((id): [QuantityId, Quantity] => [
    id,
    {
      id,
      symbol: symbolOf(id),
      stage: STAGES.findIndex((stage) => stage.includes(id)),
      recipe: RECIPES[id] ?? { kind: 'given' },
    },
  ]),
) as Record<QuantityId, Quantity>;

export function quantity(id: QuantityId): Quantity {
  return TABLE[id];
}

/** What becomes known in a step. */
export function knownIn(stage: number): readonly QuantityId[] {
  return STAGES[stage] ?? [];
}

/** The numbers from which one is calculated, in the order in which they are written. */
export function factorsOf(id: QuantityId): readonly QuantityId[] {
  const { recipe } = TABLE[id];
  switch (recipe.kind) {
    case 'given':
      return [];
    case 'sum':
      return [...recipe.products.flat(), recipe.bias];
    case 'sigmoid':
      return [recipe.of];
    case 'square':
    case 'twice':
    case 'product':
      return [recipe.a, recipe.b];
    case 'through':
      return [recipe.slope, recipe.y];
    case 'same':
      return [recipe.as];
  }
}

/** What must be calculated before a number can be, nearest first: the chain on which it waits after so many steps. */
export function waitsFor(id: QuantityId, stage: number): QuantityId[] {
  const chain: QuantityId[] = [];
  let at = id;
  for (;;) {
    // Of several unknown factors the latest is the one to wait for.
    const unknown = factorsOf(at)
      .filter((factor) => TABLE[factor].stage > stage)
      .sort((a, b) => TABLE[b].stage - TABLE[a].stage)[0];
    if (unknown === undefined) return chain;
    chain.push(unknown);
    at = unknown;
  }
}

export type Values = Readonly<Record<QuantityId, number>>;

/** The place of each weight and bias in the flat array. */
export function parameterIndex(id: QuantityId): number {
  const [hidden, output] = layerSpans(EXERCISE_SHAPE) as [
    ReturnType<typeof layerSpans>[0],
    ReturnType<typeof layerSpans>[0],
  ];
  const number = Number(id.at(-1));
  if (id.startsWith('b')) return number === 3 ? biasIndex(output, 0) : biasIndex(hidden, number - 1);
  return number > 4
    ? weightIndex(output, 0, number - 5)
    : weightIndex(hidden, Math.floor((number - 1) / 2), (number - 1) % 2);
}

/** All numbers of an exercise, from the pass that the engine explains. */
export function valuesOf(exercise: Exercise, pass: ExplainedPass = solveExercise(exercise)): Values {
  const [first, last] = pass.forward;
  const [firstBack, lastBack] = pass.backward;
  const units = [...first!, ...last!];
  const back = [...firstBack!, ...lastBack!];
  const values = { t: exercise.targets[0]!, loss: pass.loss } as Record<QuantityId, number>;
  exercise.inputs.forEach((x, i) => {
    values[`x${i + 1}` as QuantityId] = x;
  });
  for (const id of GIVEN) {
    if (!/^[wb]/.test(id)) continue;
    const index = parameterIndex(id);
    values[id] = exercise.weights[index]!;
    values[`g${id}` as QuantityId] = pass.gradient[index]!;
  }
  units.forEach((unit, i) => {
    values[`z${i + 1}` as QuantityId] = unit.z;
    values[`y${i + 1}` as QuantityId] = unit.y;
    values[`dy${i + 1}` as QuantityId] = back[i]!.outputSlope;
    values[`d${i + 1}` as QuantityId] = back[i]!.delta;
  });
  return values;
}

/** Whether a number is a slope, calculated on the way back. */
export function isBackward(id: QuantityId): boolean {
  return TABLE[id].stage > LOSS_STAGE;
}

/** Whether a student may change a number. */
export function isGiven(id: QuantityId): boolean {
  return TABLE[id].stage === 0;
}
