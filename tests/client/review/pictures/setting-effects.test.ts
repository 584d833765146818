import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  association,
  betweenShare,
  deviationBySeed,
  type RunTrial,
  type SettingEffect,
  settingEffects,
} from '@/client/review/pictures/setting-effects';
import type { SettingId } from '@/client/review/settings';

const trial = (settings: RunTrial['settings'], result: number): RunTrial => ({ settings, result });
const measured = (effect: SettingEffect | undefined) => {
  if (effect?.kind !== 'measured') throw new Error(`it was ${effect?.kind}`);
  return effect;
};
/** Two settings in all combinations, so many runs each. */
const grid = (runs: number, result: (rate: number, size: number, run: number) => number): RunTrial[] =>
  [0.1, 0.2].flatMap((learningRate) =>
    [16, 32].flatMap((batchSize) =>
      Array.from({ length: runs }, (_, run) =>
        trial({ learningRate, batchSize }, result(learningRate, batchSize, run)),
      ),
    ),
  );
const SETTINGS: SettingId[] = ['learningRate', 'batchSize'];

describe('which setting mattered', () => {
  test('a textbook share: groups 1, 2, 3 and 5, 6, 7 have 24 of 28 squares between them', () => {
    expect(
      betweenShare([
        [1, 2, 3],
        [5, 6, 7],
      ]),
    ).toBeCloseTo(24 / 28, 12);
    expect(
      betweenShare([
        [4, 4],
        [4, 4],
      ]),
    ).toBeNull();
  });

  test('the one that decides has all of it, the other none', () => {
    const [first, second] = settingEffects(
      grid(3, (rate) => (rate > 0.1 ? 2 : 1)),
      SETTINGS,
    );
    expect(measured(first)).toMatchObject({ setting: 'learningRate', share: 1, interval: [1, 1] });
    expect(measured(first).p).toBeLessThan(0.01);
    expect(measured(second)).toMatchObject({ setting: 'batchSize', share: 0 });
    expect(measured(second).p).toBeGreaterThan(0.9);
  });

  test('with few runs chance alone gives a share, which is told beside it', () => {
    // Of k values and n runs shuffled results give (k − 1) / (n − 1).
    const noise = [0.3, 0.9, 0.1, 0.7, 0.5, 0.2, 0.8, 0.4, 0.6, 0.35, 0.15, 0.75];
    const effects = settingEffects(
      grid(3, (rate, size, run) => noise[run + (rate > 0.1 ? 6 : 0) + (size > 16 ? 3 : 0)]!),
      SETTINGS,
    );
    for (const effect of effects) expect(measured(effect).chance).toBeCloseTo(1 / 11, 1);
  });

  test('settings that changed together are not told apart, and the seed confounds nothing', () => {
    const together = Array.from({ length: 12 }, (_, run) =>
      trial({ learningRate: run % 2, batchSize: 16 * (1 + (run % 2)), seed: run }, run),
    );
    expect(settingEffects(together, SETTINGS)).toMatchObject([
      { kind: 'confounded', setting: 'learningRate', with: 'batchSize' },
      { kind: 'confounded', setting: 'batchSize', with: 'learningRate' },
    ]);
    expect(settingEffects(together, ['learningRate', 'seed'])[0]).toMatchObject({ kind: 'measured' });
  });

  test('too few runs of each value tell nothing; nor do runs that all came out alike', () => {
    expect(
      settingEffects(
        grid(1, (rate) => rate),
        SETTINGS,
      )[0],
    ).toMatchObject({ kind: 'few' });
    expect(settingEffects([], SETTINGS)).toMatchObject([{ kind: 'few' }, { kind: 'few' }]);
    expect(
      settingEffects(
        grid(3, () => 0.9),
        SETTINGS,
      )[0],
    ).toMatchObject({ kind: 'alike' });
  });

  test('a share lies between 0 and 1, within its chances, and says the same of the same runs in any unit', () => {
    const results = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(results, (list) => {
        const at = (rate: number, size: number, run: number) =>
          list[run + (rate > 0.1 ? 6 : 0) + (size > 16 ? 3 : 0)]!;
        const once = settingEffects(grid(3, at), SETTINGS);
        const percent = settingEffects(
          grid(3, (...place) => at(...place) / 100),
          SETTINGS,
        );
        for (const [index, effect] of once.entries()) {
          const again = percent.find(({ setting }) => setting === effect.setting)!;
          expect(again.kind).toBe(effect.kind);
          if (effect.kind !== 'measured' || again.kind !== 'measured') continue;
          expect(again.share).toBeCloseTo(effect.share, 9);
          expect(effect.share).toBeGreaterThanOrEqual(0);
          expect(effect.share).toBeLessThanOrEqual(1);
          expect(effect.p).toBeGreaterThan(0);
          expect(effect.interval[0]).toBeLessThanOrEqual(effect.interval[1]);
          const next = once[index + 1];
          if (next?.kind === 'measured') expect(next.share).toBeLessThanOrEqual(effect.share);
        }
      }),
      { numRuns: 10 },
    );
  });

  test('how closely settings go together: not at all in all combinations, wholly where one says the other', () => {
    expect(
      association(
        grid(2, () => 0),
        'learningRate',
        'batchSize',
      ),
    ).toBeCloseTo(0, 12);
    const twins = [1, 2, 3].flatMap((value) => [
      trial({ l2: value, epochs: -value }, 0),
      trial({ l2: value, epochs: -value }, 0),
    ]);
    expect(association(twins, 'l2', 'epochs')).toBeCloseTo(1, 12);
    expect(association(twins, 'l2', 'loss')).toBe(0);
  });

  test('what differs by the seed alone is told in its own unit', () => {
    const runs = [
      trial({ l2: 0, seed: 1 }, 1),
      trial({ l2: 0, seed: 2 }, 3),
      trial({ l2: 1, seed: 1 }, 10),
      trial({ l2: 1, seed: 2 }, 12),
      trial({ l2: 2, seed: 1 }, 99),
    ];
    expect(deviationBySeed(runs)).toEqual({ deviation: Math.SQRT2, runs: 4 });
    expect(deviationBySeed(runs.slice(-1))).toBeNull();
  });
});
