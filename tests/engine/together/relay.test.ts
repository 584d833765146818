import { describe, expect, it } from 'vitest';
import { DenseTraining } from '@/engine/dense/dense-training';
import { explainPass } from '@/engine/dense/explained-pass';
import { finiteDifferences } from '@/engine/dense/finite-differences';
import { createRandom } from '@/engine/random';
import { mostRightAlone } from '@/engine/together/one-unit-alone';
import {
  RELAY_INPUTS,
  RELAY_LOSS,
  RELAY_TARGETS,
  relayPass,
  relayShape,
  relayStart,
  relayUndisturbed,
  seatWeights,
  withSeatWeights,
} from '@/engine/together/relay-network';
import { unitWork } from '@/engine/together/unit-work';
import {
  HIDDEN_SEATS,
  isCaseRight,
  RELAY_CASES,
  RELAY_MARGIN,
  RELAY_RATE,
  RELAY_STEPS,
  relayWeightCount,
} from '@/protocol/relay-settings';
import type { UnitAsked } from '@/protocol/relay-unit';

const PLACE = { relayId: 'a'.repeat(32), team: 0, step: 0 } as const;
const AT = RELAY_CASES.map((_case, at) => at);

/** One step in which every unit knows nothing but its own weights and what it is sent: JSON in between, as over the wire. */
function stepOfUnits(hidden: number, own: number[][]): number[][] {
  const ask = (seat: number, asked: Partial<UnitAsked>) => {
    const whole = {
      ...PLACE,
      way: 'gradient',
      seat,
      weights: null,
      inputs: [],
      slopes: null,
      targets: null,
      ...asked,
    };
    return unitWork(JSON.parse(JSON.stringify(whole)) as UnitAsked, own[seat]!);
  };
  const units = Array.from({ length: hidden }, (_, seat) => seat);
  const sent = units.map((seat) => ask(seat, { phase: 'hidden', inputs: [...RELAY_INPUTS] }).sent.outputs);
  const inputs = AT.flatMap((at) => sent.map((outputs) => outputs[at]!));
  const output = ask(hidden, { phase: 'output', inputs, targets: [...RELAY_TARGETS] });
  const learned = units.map((seat) => {
    const slopes = output.sent.back.filter((_number, at) => at % hidden === seat);
    return ask(seat, { phase: 'back', inputs: [...RELAY_INPUTS], slopes }).weights;
  });
  return JSON.parse(JSON.stringify([...learned, output.weights])) as number[][];
}

describe.each(HIDDEN_SEATS)('a network of %s hidden units that are devices', (hidden) => {
  it('comes to the bits of the engine’s own training, step by step', () => {
    const start = relayStart('gradient', hidden, 5);
    const training = new DenseTraining(
      relayShape('gradient', hidden),
      start,
      { count: 4, inputs: RELAY_INPUTS, targets: RELAY_TARGETS },
      { loss: RELAY_LOSS, optimizer: 'sgd', learningRate: RELAY_RATE, batchSize: 4, l1: 0, l2: 0 },
      () => createRandom(1),
    );
    let own = Array.from({ length: hidden + 1 }, (_, seat) => seatWeights(start, hidden, seat));
    let alone = start;
    for (let step = 1; step <= 60; step++) {
      own = stepOfUnits(hidden, own);
      training.step();
      alone = relayPass('gradient', hidden, alone).next;
      const whole = own.reduce(
        (weights, seat, at) => withSeatWeights(weights, hidden, at, seat),
        [...alone].fill(0),
      );
      expect(whole).toEqual([...training.network.weights]);
      expect([...alone]).toEqual([...training.network.weights]);
    }
    expect(relayUndisturbed(hidden, 5, 60)).toEqual(training.network.weights);
  });

  it('has the gradients that differences have, and those of the explained pass', () => {
    const random = createRandom(11, hidden);
    for (let trial = 0; trial < 20; trial++) {
      const weights = Float64Array.from({ length: relayWeightCount(hidden) }, () => random.uniform() * 4 - 2);
      const { next, answers, back, outputsOf } = relayPass('gradient', hidden, weights);
      const moved = weights.map((weight, i) => (weight - next[i]!) / RELAY_RATE);
      const slopes = finiteDifferences(() => relayPass('gradient', hidden, weights).loss, weights.slice());
      const probe = weights.slice();
      const measured = finiteDifferences(() => relayPass('gradient', hidden, probe).loss, probe);
      expect(slopes).toHaveLength(weights.length);
      for (const [i, slope] of measured.entries()) expect(moved[i]).toBeCloseTo(slope, 7);
      for (const at of AT) {
        const { inputs, target } = RELAY_CASES[at]!;
        const { forward, backward } = explainPass(
          relayShape('gradient', hidden),
          weights,
          RELAY_LOSS,
          inputs,
          [target],
        );
        expect(answers[at]).toBe(forward[1]![0]!.y);
        for (let unit = 0; unit < hidden; unit++) {
          expect(outputsOf(unit)[at]).toBe(forward[0]![unit]!.y);
          // The mean of four cases is learned from.
          expect(back[at * hidden + unit]! * AT.length).toBeCloseTo(backward[0]![unit]!.outputSlope, 12);
        }
      }
    }
  });

  it('puts each seat’s weights where they belong', () => {
    const weights = Array.from({ length: relayWeightCount(hidden) }, (_, i) => i);
    const taken = Array.from({ length: hidden + 1 }, (_, seat) => seatWeights(weights, hidden, seat));
    expect(taken.flat().sort((one, other) => one - other)).toEqual(weights);
    const again = taken.reduce(
      (all, seat, at) => withSeatWeights(all, hidden, at, seat),
      weights.map(() => -1),
    );
    expect(again).toEqual(weights);
  });
});

describe('what units come to', () => {
  it('learns exclusive or from most starts with three or four hidden units', () => {
    const learned = (hidden: number) =>
      Array.from({ length: 100 }, (_, seed) => {
        let weights = relayStart('gradient', hidden, seed * 7919 + 1);
        for (let step = 0; step < RELAY_STEPS; step++) weights = relayPass('gradient', hidden, weights).next;
        const { answers } = relayPass('gradient', hidden, weights);
        return answers.every((answer, at) => Math.abs(answer - RELAY_TARGETS[at]!) < RELAY_MARGIN);
      }).filter(Boolean).length;
    const [two, three, four] = HIDDEN_SEATS.map(learned);
    expect(three).toBeGreaterThanOrEqual(85);
    expect(four).toBeGreaterThanOrEqual(95);
    expect(two).toBeLessThan(four!);
  });

  it('answers by hand with an OR, an AND, and one that wants the first without the second', () => {
    // Hidden: x1 + x2 − 0.5, x1 + x2 − 1.5; output: first − second − 0.5.
    const { answers, next } = relayPass('hand', 2, [1, 1, 1, 1, -0.5, -1.5, 1, -1, -0.5]);
    expect(answers).toEqual([0, 1, 1, 0]);
    expect(answers.every(isCaseRight)).toBe(true);
    expect([...next]).toEqual([1, 1, 1, 1, -0.5, -1.5, 1, -1, -0.5]);
  });

  it('is three of four at best for one unit alone', () => {
    expect(mostRightAlone()).toBe(3);
  });
});
