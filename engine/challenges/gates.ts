import { GATES } from '@/engine/perceptron/gates';
import { type Bit, output, type Perceptron } from '@/engine/perceptron/perceptron';
import { inputRows, rowsRight } from '@/engine/perceptron/truth-table';
import { createRandom, type Random } from '@/engine/random';
import { CHALLENGE_GATES, type ChallengeGate } from '@/protocol/challenges/gates';
import type { GatesAnswer } from '@/protocol/challenges/gates-answer';
import type { Challenge } from './challenge';

/** What a class must keep to in one gate, so that another class's numbers do not fit. */
export type GateRule =
  /** One input's weight is given. */
  | { kind: 'weight'; input: number; value: number }
  /** θ is given. */
  | { kind: 'threshold'; value: number }
  /** Off and on are not 0 and 1 but these. */
  | { kind: 'levels'; off: number; on: number };

export interface GateTask {
  gate: ChallengeGate;
  rule: GateRule;
}
export type GatesTask = readonly GateTask[];

/** Names this challenge's stream of random numbers. */
const STREAM = 0x6a7e5;
const KINDS = ['weight', 'threshold', 'levels'] as const;

/** Gates whose answer goes down as inputs come on: their weights and θ are below 0. */
const FALLING: readonly ChallengeGate[] = ['nand', 'not'];

/** The values that the inputs take when off and on. */
export function levelsOf(rule: GateRule): readonly [off: number, on: number] {
  return rule.kind === 'levels' ? [rule.off, rule.on] : [0, 1];
}

/** A number of tenths from 0.6 to 2.9 that no textbook's answer has. */
function dealtSize(random: Random): number {
  for (;;) {
    const tenths = 6 + random.int(24);
    if (tenths !== 10 && tenths !== 15) return tenths / 10;
  }
}

function dealRule(kind: GateRule['kind'], gate: ChallengeGate, random: Random): GateRule {
  // A gate that rises with its inputs needs weights and θ above 0, one that falls below 0: so there is always a solution.
  const sign = FALLING.includes(gate) ? -1 : 1;
  switch (kind) {
    case 'weight':
      return { kind, input: random.int(GATES[gate].inputs), value: sign * dealtSize(random) };
    case 'threshold':
      return { kind, value: sign * dealtSize(random) };
    case 'levels':
      for (;;) {
        const off = random.int(6) - 3;
        const on = off + 1 + random.int(4);
        if (on <= 4 && !(off === 0 && on === 1)) return { kind, off, on };
      }
  }
}

/** The inputs of each row of a gate's table, as the class's levels say them. */
function levelRows(inputs: number, [off, on]: readonly [number, number]): number[][] {
  return inputRows(inputs).map((row) => row.map((bit) => (bit === 1 ? on : off)));
}

/** What a perceptron answers in each row, with these levels for off and on. */
export function levelAnswers(perceptron: Perceptron, levels: readonly [number, number]): Bit[] {
  return levelRows(perceptron.weights.length, levels).map((inputs) => output(perceptron, inputs));
}

/** Whether an answer keeps to what its class was dealt. */
export function keepsRule(rule: GateRule, { weights, threshold }: Perceptron): boolean {
  if (rule.kind === 'weight') return weights[rule.input] === rule.value;
  return rule.kind === 'levels' || threshold === rule.value;
}

/** Lesson 2: AND, OR, NAND, NOT and majority from one perceptron each, under a rule dealt to the class. */
export const gatesChallenge: Challenge<GatesTask, GatesAnswer> = {
  deal(seed) {
    const random = createRandom(seed, STREAM);
    // Each kind of rule appears, and no class knows where.
    const kinds = random.shuffle([...KINDS, KINDS[random.int(3)]!, KINDS[random.int(3)]!]);
    return CHALLENGE_GATES.map((gate, i) => ({ gate, rule: dealRule(kinds[i]!, gate, random) }));
  },
  parts: (task) => task.map(({ gate }) => gate),
  check(task, answer) {
    const { gate, rule } = task.find((one) => one.gate === answer.part)!;
    const target = GATES[gate];
    const fits = answer.weights.length === target.inputs && keepsRule(rule, answer);
    const right = fits ? rowsRight(levelAnswers(answer, levelsOf(rule)), target) : 0;
    const rows = target.outputs.length;
    const reached = right === rows;
    return {
      part: gate,
      // A gate counts when all its rows are right: half a gate decides nothing.
      value: reached ? 1 : 0,
      shown: { kind: 'count', amount: right, of: rows },
      reached,
    };
  },
};
