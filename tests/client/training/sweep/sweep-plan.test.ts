import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endsFor,
  firstPlan,
  SWEEP_COUNT,
  SWEEPING,
  SWEPT_SETTINGS,
  type SweepPlan,
  sweepable,
  sweepValues,
  sweptExperiments,
} from '@/client/training/sweep/sweep-plan';
import { DATASETS } from '@/protocol/datasets';
import { experimentSchema } from '@/protocol/experiment';
import { SMALL } from '@/tests/engine/experiments';

const plans: fc.Arbitrary<SweepPlan> = fc
  .record({
    setting: fc.constantFrom(...SWEPT_SETTINGS),
    one: fc.nat(),
    other: fc.nat(),
    count: fc.integer({ min: SWEEP_COUNT.least, max: SWEEP_COUNT.most }),
    epochs: fc.integer({ min: 1, max: 100 }),
  })
  .map(({ setting, one, other, count, epochs }) => {
    const ends = endsFor(setting, SMALL);
    const low = one % (ends.length - 1);
    const high = low + 1 + (other % (ends.length - 1 - low));
    return { setting, from: ends[low]!, to: ends[high]!, count, epochs };
  });

describe('the values of a sweep', () => {
  it('go from one end to the other, rising, and are at most as many as asked for', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const values = sweepValues(plan);
        expect(values[0]).toBe(plan.from);
        expect(values.at(-1)).toBe(plan.to);
        expect(values.length).toBeLessThanOrEqual(plan.count);
        values.forEach((value, i) => {
          if (i > 0) expect(value).toBeGreaterThan(values[i - 1]!);
          if (SWEEPING[plan.setting].whole) expect(Number.isInteger(value)).toBe(true);
        });
      }),
    );
  });

  it('lie evenly: by ratio where the setting is logarithmic, but for their rounding', () => {
    expect(sweepValues({ setting: 'learningRate', from: 0.001, to: 10, count: 5 })).toEqual([
      0.001, 0.01, 0.1, 1, 10,
    ]);
    expect(sweepValues({ setting: 'learningRate', from: 0.01, to: 1, count: 5 })).toEqual([
      0.01, 0.032, 0.1, 0.32, 1,
    ]);
    expect(sweepValues({ setting: 'batchSize', from: 8, to: 512, count: 7 })).toEqual([
      8, 16, 32, 64, 128, 256, 512,
    ]);
    expect(sweepValues({ setting: 'epochs', from: 1, to: 10, count: 4 })).toEqual([1, 4, 7, 10]);
    // No value twice.
    expect(sweepValues({ setting: 'epochs', from: 1, to: 3, count: 20 })).toEqual([1, 2, 3]);
    fc.assert(
      fc.property(plans, (plan) => {
        const { logarithmic, whole } = SWEEPING[plan.setting];
        const values = sweepValues(plan);
        if (!logarithmic || whole || values.length < plan.count) return;
        const ratio = (plan.to / plan.from) ** (1 / (plan.count - 1));
        // Two digits: each value is right to 5 %, a ratio of two to 10.5 %.
        for (let i = 1; i < values.length; i++)
          expect(Math.abs(values[i]! / values[i - 1]! / ratio - 1)).toBeLessThan(0.106);
      }),
    );
  });

  it('give experiments that the server takes, and that differ in nothing else', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const swept = sweptExperiments(SMALL, plan);
        expect(swept.map(({ value }) => value)).toEqual(sweepValues(plan));
        for (const { value, experiment } of swept) {
          expect(experimentSchema.safeParse(experiment).success).toBe(true);
          const usual = { ...SMALL, epochs: plan.epochs };
          if (plan.setting === 'hiddenUnits')
            expect(experiment).toEqual({ ...usual, network: { ...SMALL.network, hidden: [value] } });
          else expect(experiment).toEqual({ ...usual, [plan.setting]: value });
        }
      }),
    );
  });

  it('are offered of what an experiment has', () => {
    expect(sweepable(SMALL)).toContain('hiddenUnits');
    expect(sweepable({ network: { kind: 'dense', hidden: [], activation: 'relu' } })).not.toContain(
      'hiddenUnits',
    );
    for (const dataset of ['digits', 'fashion'] as const)
      expect(endsFor('examples', { dataset }).at(-1)).toBeLessThanOrEqual(DATASETS[dataset].trainExamples);
    for (const setting of SWEPT_SETTINGS) {
      const plan = firstPlan(setting, { ...SMALL, epochs: 20 });
      expect(plan.epochs).toBe(5);
      expect(endsFor(setting, SMALL)).toEqual(expect.arrayContaining([plan.from, plan.to]));
      expect(sweepValues(plan).length).toBeGreaterThan(3);
    }
  });
});
