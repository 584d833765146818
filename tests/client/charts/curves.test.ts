import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cellShade, commonestConfusion, moveInGrid } from '@/client/charts/confusion-cells';
import { curveRows, lastIndexOf, valueRange, valueTicks } from '@/client/charts/curve-rows';
import { isNamedOver, namePlaces } from '@/client/charts/line-names';
import { networkColumns, spread } from '@/client/charts/network-layout';
import { thinPoints } from '@/client/charts/thin-points';
import { DATASETS } from '@/protocol/datasets';
import type { Point } from '@/protocol/run';

const CHANCE = DATASETS.digits.chance;

const point = (step: number, loss: number | null, validationLoss: number | null = null): Point => ({
  step,
  epoch: step / 100,
  loss,
  accuracy: 0.5,
  validationLoss,
  validationAccuracy: null,
  examplesPerSecond: 1,
});

describe('thinning a run', () => {
  it('keeps the mean of the training loss, the last point and the validation values', () => {
    const points = Array.from({ length: 1_000 }, (_, i) => point(i + 1, i, i % 100 === 50 ? i : null));
    const thin = thinPoints(points, 100);
    expect(thin).toHaveLength(100);
    expect(thin.reduce((sum, p) => sum + (p.loss ?? 0), 0) / 100).toBeCloseTo(499.5);
    expect(thin[99]!.step).toBe(1_000);
    expect(thin.filter((p) => p.validationLoss !== null)).toHaveLength(10);
  });

  it('does not average a divergence away', () => {
    const points = Array.from({ length: 400 }, (_, i) => point(i, i > 398 ? null : 1));
    expect(thinPoints(points, 100)[99]!.loss).toBeNull();
  });
});

describe('rows of a curve', () => {
  it('joins two runs by step and leaves zero out of a logarithmic axis', () => {
    const rows = curveRows('loss', [point(1, 2), point(3, 0)], [point(2, 1, 1)], true);
    expect(rows).toEqual([
      { step: 1, train: 2 },
      { step: 2, otherTrain: 1, otherValidation: 1 },
    ]);
    expect(lastIndexOf(rows, 'train')).toBe(0);
    expect(lastIndexOf(rows, 'validation')).toBe(-1);
  });

  it('gives axes that hold the chance level and end on round ticks', () => {
    const rows = curveRows('loss', [point(1, 2.31)], [], false);
    const range = valueRange('loss', rows, false, CHANCE);
    expect(range).toEqual([0, 2.5]);
    expect(valueTicks(range, false)).toEqual([0, 0.5, 1, 1.5, 2, 2.5]);
    expect(valueRange('accuracy', [], false, CHANCE)).toEqual([0, 1]);
    expect(valueTicks([0.01, 10], true)).toEqual([0.01, 0.1, 1, 10]);
  });

  it('is not flattened by a compared run that exploded', () => {
    const rows = curveRows('loss', [point(1, 2)], [point(1, 1e15)], false);
    expect(valueRange('loss', rows, false, CHANCE)[1]).toBeLessThan(10);
  });

  it.each([0.7, 3, 47, 312, 9_999, 2.4e5])('has two to six ticks up to a loss of %d', (loss) => {
    const range = valueRange('loss', curveRows('loss', [point(1, loss)], [], false), false, CHANCE);
    const ticks = valueTicks(range, false);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks.length).toBeLessThanOrEqual(6);
    expect(ticks.at(-1)).toBeLessThanOrEqual(range[1] * 1.0001);
  });
});

describe('names at the ends of lines', () => {
  const plot = { top: 6, bottom: 170, range: [0, 1], logarithmic: false } as const;

  it.each([
    [0, 0],
    [0, 0.01],
    [1, 1],
    [0.5, 0.52],
    [0.9, 0.1],
  ])('never lie on each other: %d and %d', (train, validation) => {
    const places = namePlaces(train, validation, plot);
    expect(Math.abs(places.train! - places.validation!)).toBeGreaterThanOrEqual(15);
    for (const y of [places.train!, places.validation!]) {
      expect(y).toBeGreaterThan(6);
      expect(y).toBeLessThanOrEqual(170);
    }
  });

  it('stand only where a line has an end', () => {
    expect(namePlaces(null, 0.5, plot)).toMatchObject({ train: null });
  });
});

describe('the name of a level', () => {
  const plot = { top: 10, bottom: 210, range: [0, 1] as const, logarithmic: false };

  it('stands elsewhere where a line that ends near it is named', () => {
    const named = (value: number) => namePlaces(value, null, plot);
    expect(isNamedOver(0.5, Object.values(named(0.5)), plot)).toBe(true);
    expect(isNamedOver(0.5, Object.values(named(0.45)), plot)).toBe(true);
    expect(isNamedOver(0.5, Object.values(named(0.9)), plot)).toBe(false);
    expect(isNamedOver(0.5, [null, null], plot)).toBe(false);
  });
});

describe('confusion cells', () => {
  it('move by arrow keys and stay inside', () => {
    expect(moveInGrid([0, 0], 'ArrowUp', 10)).toEqual([0, 0]);
    expect(moveInGrid([3, 4], 'ArrowRight', 10)).toEqual([3, 5]);
    expect(moveInGrid([3, 4], 'End', 10)).toEqual([3, 9]);
    expect(moveInGrid([3, 4], 'x', 10)).toBeNull();
  });

  it('never tint a number between the two readable strengths', () => {
    for (let count = 1; count <= 100; count++) {
      const percent = Number(/ (\d+)%/.exec(cellShade(count, 100, true).background)?.[1]);
      expect(percent <= 45 || percent >= 85).toBe(true);
    }
  });

  it('find the commonest confusion', () => {
    expect(
      commonestConfusion([
        [9, 1],
        [4, 6],
      ]),
    ).toEqual({ label: 1, answer: 0, count: 4 });
    expect(commonestConfusion([[3]])).toBeNull();
  });
});

describe('diagram of a network', () => {
  it('has a column for each layer and draws few of many units', () => {
    const columns = networkColumns({
      dataset: 'digits',
      network: { kind: 'dense', hidden: [512, 4], activation: 'relu' },
    });
    expect(columns.map((column) => [column.units, column.drawn])).toEqual([
      [784, 1],
      [512, 7],
      [4, 4],
      [10, 10],
    ]);
    const heights = spread(7, true, 112, 14);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...heights)).toBeLessThanOrEqual(112);
  });
});

it('numbers stand out from every shade by 4.5 to 1, whatever share is right or wrong', () => {
  const tokens = readFileSync(new URL('../../../app/tokens.css', import.meta.url), 'utf8').split(
    'data-theme',
  )[0]!;
  const rgb = (name: string) => {
    const [, hex] = new RegExp(`--${name}: #([0-9a-f]{6})`).exec(tokens)!;
    return [0, 2, 4].map((at) => Number.parseInt(hex!.slice(at, at + 2), 16));
  };
  // WCAG 2.2, relative luminance and contrast ratio.
  const luminance = (colour: number[]) => {
    const [r, g, b] = colour.map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    ) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  for (const right of [true, false])
    for (let count = 1; count <= 100; count += 1) {
      const { background, dark } = cellShade(count, 100, right);
      const [, name, percent] = /--(\w+)\) (\d+)%/.exec(background)!;
      const [strong, paper] = [rgb(name!), rgb('surface-raised')];
      const mixed = strong.map(
        (value, i) => (value * Number(percent) + paper[i]! * (100 - Number(percent))) / 100,
      );
      const [a, b] = [luminance(mixed), luminance(dark ? paper : rgb('ink'))];
      expect((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), `${count} of 100`).toBeGreaterThanOrEqual(
        4.5,
      );
    }
});
