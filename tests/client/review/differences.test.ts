import { describe, expect, test } from 'vitest';
import { confusionChange } from '@/client/review/compare/confusion-change';
import { differencesOf, labelsOf } from '@/client/review/compare/differences';

const settings = (rate: string, batch: string) => [
  { name: 'Data set', value: 'Digits' },
  { name: 'Learning rate', value: rate },
  { name: 'Batch', value: batch },
];

describe('in what runs differ', () => {
  test('what is the same is told apart from what is not', () => {
    const differences = differencesOf([settings('0.1', '32'), settings('0.2', '32'), settings('0.1', '32')]);
    expect(differences.differing).toEqual(['Learning rate']);
    expect(differences.same.map(({ name }) => name)).toEqual(['Data set', 'Batch']);
    expect(differencesOf([])).toEqual({ same: [], differing: [] });
  });

  test('a label says it as shortly as it can be said', () => {
    const label = (runs: ReturnType<typeof settings>[], owners: string[]) =>
      labelsOf(runs, owners, differencesOf(runs), 'Seed');
    expect(label([settings('0.1', '32'), settings('0.2', '32')], ['Mia', 'Mia'])).toEqual([
      'Learning rate 0.1',
      'Learning rate 0.2',
    ]);
    expect(label([settings('0.1', '32'), settings('0.2', '64')], ['Mia', 'Ken'])).toEqual([
      'Mia · Learning rate 0.1 · Batch 32',
      'Ken · Learning rate 0.2 · Batch 64',
    ]);
    expect(label([settings('0.1', '32'), settings('0.1', '32')], ['Mia', 'Ken'])).toEqual(['Mia', 'Ken']);
    const seeded = (rate: string, seed: string) => [...settings(rate, '32'), { name: 'Seed', value: seed }];
    expect(label([seeded('0.1', '7'), seeded('0.2', '8')], ['Mia', 'Mia'])).toEqual([
      'Learning rate 0.1',
      'Learning rate 0.2',
    ]);
    expect(label([seeded('0.1', '7'), seeded('0.1', '8')], ['Mia', 'Mia'])).toEqual(['Seed 7', 'Seed 8']);
    expect(label([settings('0.1', '32'), settings('0.1', '32')], ['Mia', 'Mia'])).toEqual([
      'Mia (1)',
      'Mia (2)',
    ]);
  });
});

describe('how confusions change', () => {
  test('in points of a hundred of each row, whatever the numbers of pictures are', () => {
    const before = [
      [8, 2],
      [0, 0],
    ];
    const after = [
      [90, 10],
      [5, 15],
    ];
    expect(confusionChange(before, after)).toEqual([
      [10, -10],
      [25, 75],
    ]);
  });

  test('of networks with other labels there is none', () => {
    expect(
      confusionChange(
        [[1]],
        [
          [1, 0],
          [0, 1],
        ],
      ),
    ).toBeNull();
    expect(confusionChange([], [])).toBeNull();
  });
});
