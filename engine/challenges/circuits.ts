import { type Circuit, circuitFault, circuitRowsRight, countUnits } from '@/engine/perceptron/circuit';
import { GATES } from '@/engine/perceptron/gates';
import { type Box, scoreBox } from '@/engine/perceptron/plane';
import { createRandom, type Random } from '@/engine/random';
import type { ChallengeResult } from '@/protocol/challenge';
import { CIRCUIT_GOALS, type CircuitGoal } from '@/protocol/challenges/circuits';
import type { CircuitsAnswer } from '@/protocol/challenges/circuits-answer';
import type { Challenge } from './challenge';

/** A weight of the first unit of the first layer that a class must use. */
export interface GivenWeight {
  input: number;
  value: number;
}

export interface CircuitsTask {
  xor: GivenWeight;
  'parity-3': GivenWeight;
  /** Where the box lies on the unit square. */
  box: Box;
}

/**
 * The fewest units in two layers. XOR: one perceptron cannot (lesson 2), and one first unit adds nothing, so 2 + 1.
 * Parity of three: no two perceptrons and a third do it (a test tries them all), so 3 + 1. The box: a line for each side and one unit.
 */
export const FEWEST_UNITS: Readonly<Record<CircuitGoal, number>> = { xor: 3, 'parity-3': 4, box: 5 };

/** Names this challenge's stream of random numbers. */
const STREAM = 0xc12c5;

/** How many inputs a goal has: bits, or a place on the plane. */
function goalInputs(goal: CircuitGoal): number {
  return goal === 'box' ? 2 : GATES[goal].inputs;
}

/** Either sign can be solved: the table stays the same when all inputs of a first unit are turned about. */
function dealWeight(inputs: number, random: Random): GivenWeight {
  const sign = random.int(2) === 0 ? -1 : 1;
  let tenths = 10;
  while (tenths === 10) tenths = 6 + random.int(23);
  return { input: random.int(inputs), value: (sign * tenths) / 10 };
}

/** A box on twentieths, 0.3 to 0.5 wide and high, far enough from the square's rim that each side needs its line. */
function dealBox(random: Random): Box {
  const span = (): [from: number, to: number] => {
    const size = 6 + random.int(5);
    const from = 3 + random.int(17 - size - 3 + 1);
    return [from / 20, (from + size) / 20];
  };
  const [left, right] = span();
  const [bottom, top] = span();
  return { left, right, bottom, top };
}

function keepsTask(task: CircuitsTask, part: CircuitGoal, circuit: Circuit): boolean {
  if (part === 'box') return true;
  const given = task[part];
  return circuit.layers[0]?.[0]?.weights[given.input] === given.value;
}

function judge(part: CircuitGoal, circuit: Circuit, task: CircuitsTask): [right: number, all: number] {
  if (part === 'box') {
    const { right, places } = scoreBox(circuit, task.box);
    return [right, places];
  }
  return [circuitRowsRight(circuit, GATES[part]), GATES[part].outputs.length];
}

/** Lesson 3: XOR, parity of three and "inside the box" from two layers, with as few units as possible. */
export const circuitsChallenge: Challenge<CircuitsTask, CircuitsAnswer> = {
  deal(seed) {
    const random = createRandom(seed, STREAM);
    return { xor: dealWeight(2, random), 'parity-3': dealWeight(3, random), box: dealBox(random) };
  },
  parts: () => CIRCUIT_GOALS,
  check(task, { part, layers }): ChallengeResult {
    const circuit: Circuit = { inputs: goalInputs(part), layers };
    const fits = circuitFault(circuit) === null && keepsTask(task, part, circuit);
    const [right, all] = fits ? judge(part, circuit, task) : [0, 1];
    const reached = fits && right === all;
    return {
      part,
      // The fewer units the better, and nothing for a circuit that is wrong somewhere.
      value: reached ? Math.min(1, FEWEST_UNITS[part] / countUnits(circuit)) : 0,
      shown:
        part === 'box'
          ? { kind: 'share', amount: right / all, of: null }
          : { kind: 'count', amount: right, of: GATES[part].outputs.length },
      reached,
    };
  },
};
