import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  circuitOf,
  layersShape,
  withOneMore,
  without,
  withUnit,
} from '@/client/benches/circuit/circuit-edits';
import { CIRCUIT_TARGETS, setupOf } from '@/client/benches/circuit/circuit-goals';
import {
  challengeCircuitStart,
  circuitStart,
  PRESETS,
  presetsOf,
} from '@/client/benches/circuit/circuit-presets';
import { circuitState } from '@/client/benches/circuit/circuit-state';
import { cellsOf } from '@/client/benches/circuit/plane-cells';
import { unitRows } from '@/client/benches/circuit/unit-rows';
import { areaOf, centreOf } from '@/client/benches/unit/half-plane';
import { circuitsChallenge } from '@/engine/challenges/circuits';
import { circuitFault } from '@/engine/perceptron/circuit';
import { output } from '@/engine/perceptron/perceptron';
import { LANGUAGES } from '@/lessons/languages';
import { LESSON_WORDS } from '@/lessons/words/words';

const SQUARE = { left: 0, right: 1, bottom: 0, top: 1 };
const units = fc.array(
  fc.record({
    weights: fc
      .tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: -30, max: 30 }))
      .map(([a, b]) => [a / 10, b / 10]),
    threshold: fc.integer({ min: -30, max: 30 }).map((n) => n / 10),
  }),
  { minLength: 1, maxLength: 6 },
);

describe('the plane in pieces', () => {
  test('the pieces make up the window, are no more than the formula says, and say what the units say', () => {
    fc.assert(
      fc.property(units, (drawn) => {
        const cells = cellsOf(SQUARE, drawn);
        const n = drawn.length;
        expect(cells.length).toBeLessThanOrEqual(1 + n + (n * (n - 1)) / 2);
        expect(cells.reduce((sum, { polygon }) => sum + areaOf(polygon), 0)).toBeCloseTo(1, 4);
        for (const { polygon, answers } of cells) {
          if (areaOf(polygon) < 1e-4) continue;
          const { x, y } = centreOf(polygon);
          expect(answers).toEqual(drawn.map((unit) => output(unit, [x, y])));
        }
      }),
    );
  });

  test('four sides cut the square into nine pieces', () => {
    expect(cellsOf(SQUARE, PRESETS['four-sides'].first)).toHaveLength(9);
  });
});

describe('circuits on the bench', () => {
  test('every preset reaches its goal, no start does', () => {
    for (const target of CIRCUIT_TARGETS) {
      const setup = setupOf(target);
      const start = circuitOf(circuitStart(target), setup.inputs);
      expect(circuitFault(start)).toBeNull();
      if (target === 'xor' || target === 'parity-3' || target === 'box') {
        expect(circuitState(start, setup).done, target).toBe(false);
        for (const name of presetsOf(target)) {
          expect(circuitState(circuitOf(PRESETS[name], setup.inputs), setup).done, name).toBe(true);
        }
      }
    }
  });

  test.each(LANGUAGES)('the numbers of the last hint fence in the box, in %s', (language) => {
    const { hints } = LESSON_WORDS[language]['combining-perceptrons'].steps.box.goals.box;
    const found = hints[2]
      .replaceAll('−', '-')
      .match(/-?\d+(\.\d+)?/g)!
      .map(Number);
    const [c1, c2, c, d1, d2, d, counted, threshold] = found;
    const start = circuitStart('box');
    const first = [
      ...start.first,
      { weights: [c1!, c2!], threshold: c! },
      { weights: [d1!, d2!], threshold: d! },
    ];
    const last = { weights: [...start.last.weights, counted!, counted!], threshold: threshold! };
    const setup = setupOf('box');
    expect(circuitState(circuitOf({ first, last }, setup.inputs), setup).done).toBe(true);
  });

  test('a unit that is added is not counted before its weight is set: adding alone solves nothing', () => {
    for (const target of CIRCUIT_TARGETS) {
      const setup = setupOf(target);
      const start = circuitStart(target);
      const more = withOneMore(start, setup);
      expect(more.last.weights.at(-1)).toBe(0);
      expect(circuitState(circuitOf(more, setup.inputs), setup).right).toBe(
        circuitState(circuitOf(start, setup.inputs), setup).right,
      );
    }
  });

  test('units come and go, and the last one always has a weight for each', () => {
    const setup = setupOf('xor');
    let layers = circuitStart('xor');
    for (let i = 0; i < 8; i++) layers = withOneMore(layers, setup);
    expect(layers.first).toHaveLength(6);
    expect(circuitFault(circuitOf(layers, 2))).toBeNull();
    layers = withUnit(layers, 1, { weights: [2, 2], threshold: 3 });
    for (let i = 0; i < 8; i++) layers = without(layers, 0);
    expect(layers.first).toHaveLength(1);
    expect(circuitFault(circuitOf(layers, 2))).toBeNull();
  });

  test('the last unit meets three cases of XOR, since 01 and 10 arrive as one', () => {
    const setup = setupOf('xor');
    const layers = PRESETS['or-nand-and'];
    const { rows } = circuitState(circuitOf(layers, 2), setup);
    const cases = unitRows(setup, layers, 'last', rows);
    expect(cases.map(({ inputs, from }) => [inputs.join(''), from])).toEqual([
      ['01', ['00']],
      ['10', ['11']],
      ['11', ['01', '10']],
    ]);
    expect(cases.map(({ wanted }) => wanted)).toEqual([0, 0, 1]);
  });

  test('where rows that want different answers arrive as one, nothing is wanted of the case', () => {
    const setup = setupOf('xor');
    const same = { weights: [0, 0], threshold: 1 };
    const layers = { first: [same, same], last: { weights: [1, 1], threshold: 1 } };
    const { rows } = circuitState(circuitOf(layers, 2), setup);
    expect(unitRows(setup, layers, 'last', rows)).toMatchObject([{ wanted: null, output: 0 }]);
  });

  test('the challenge’s start keeps the given weight; kept work that breaks it is not used', () => {
    const task = circuitsChallenge.deal(5);
    const setup = setupOf('xor', undefined, task.xor);
    const start = challengeCircuitStart(setup);
    expect(start.first[0]!.weights[task.xor.input]).toBe(task.xor.value);
    expect(layersShape(setup)(JSON.parse(JSON.stringify(start)))).toEqual(start);
    expect(layersShape(setup)(PRESETS['or-nand-and'])).toBeUndefined();
    for (const bad of [
      null,
      3,
      {},
      { first: [], last: null },
      { ...start, last: { weights: [1], threshold: 0 } },
    ]) {
      expect(layersShape(setup)(bad)).toBeUndefined();
    }
  });
});
