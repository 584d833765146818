import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  estimateMs,
  extremes,
  MOST_WORK_MS,
  stepOperations,
  timeLeft,
  workersFor,
} from '@/client/training/sweep/sweep-budget';
import { sweptExperiments } from '@/client/training/sweep/sweep-plan';
import { totalSteps } from '@/engine/training/schedule';
import { SMALL } from '@/tests/engine/experiments';

const widths = sweptExperiments(SMALL, {
  setting: 'hiddenUnits',
  from: 4,
  to: 512,
  count: 8,
  epochs: 3,
}).map(({ experiment }) => experiment);
const rates = sweptExperiments(SMALL, {
  setting: 'learningRate',
  from: 0.01,
  to: 1,
  count: 5,
  epochs: 3,
}).map(({ experiment }) => experiment);

describe('the budget of a sweep', () => {
  it('has two workers where there are cores, and one on phones, tablets and small laptops', () => {
    expect(workersFor({ cores: 2, touched: false })).toBe(1);
    expect(workersFor({ cores: 4, touched: false })).toBe(1);
    expect(workersFor({ cores: 8, touched: false })).toBe(2);
    expect(workersFor({ cores: 8, touched: true })).toBe(1);
  });

  it('measures the cheapest and the dearest, or one where all cost the same', () => {
    expect(extremes(rates)).toHaveLength(1);
    expect(extremes([...widths].reverse())).toEqual([widths[0], widths.at(-1)]);
    expect(extremes([])).toEqual([]);
  });

  it('is exact where steps cost what a line says of their operations, and never beyond what was measured', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 5, noNaN: true }),
        fc.double({ min: 0, max: 1e-6, noNaN: true }),
        fc.double({ min: 0, max: 500, noNaN: true }),
        (least, perOperation, fixedMs) => {
          const stepMs = (operations: number) => least + perOperation * operations;
          const measured = extremes(widths).map((experiment) => {
            const operations = stepOperations(experiment);
            return { operations, fixedMs, stepMs: stepMs(operations) };
          });
          const exact = widths.reduce(
            (sum, experiment) => sum + fixedMs + totalSteps(experiment) * stepMs(stepOperations(experiment)),
            0,
          );
          expect(estimateMs(widths, measured) / exact).toBeCloseTo(1, 9);
        },
      ),
    );
    const same = [{ operations: stepOperations(rates[0]!), fixedMs: 10, stepMs: 2 }];
    expect(estimateMs(rates, same)).toBeCloseTo(5 * (10 + totalSteps(rates[0]!) * 2));
  });

  it('is shared by the workers, and ends', () => {
    expect(timeLeft(0, 1)).toBe(MOST_WORK_MS);
    expect(timeLeft(0, 2)).toBe(MOST_WORK_MS / 2);
    expect(timeLeft(MOST_WORK_MS + 5, 2)).toBe(0);
  });
});
