import { describe, expect, test } from 'vitest';
import { messagesOf } from '@/client/i18n/messages';
import { LANGUAGES } from '@/lessons/languages';
import { DATASET_IDS, DATASETS, PAPER } from '@/protocol/datasets';

// What is in the files is read by tests/engine/digits/pack.test.ts.
describe.each(DATASET_IDS)('the data set %s', (id) => {
  const dataset = DATASETS[id];

  test('is called by its own id, and has labels that differ and that a packed file has room for', () => {
    expect(dataset.id).toBe(id);
    expect(new Set(dataset.labels).size).toBe(dataset.labels.length);
    expect(dataset.labels.length).toBeGreaterThan(1);
    expect(dataset.labels.length).toBeLessThanOrEqual(16);
  });

  test('has pictures of the size that drawings have', () => {
    expect([dataset.side, dataset.pixels]).toEqual([PAPER.side, PAPER.pixels]);
  });

  test('begins with training pictures, then those that validate them; all labels fit equally often', () => {
    const [first, second] = dataset.files;
    expect([first!.part, second!.part]).toEqual(['train', 'validation']);
    for (const { count } of dataset.files) expect(count % dataset.labels.length).toBe(0);
    expect(dataset.hidden.half % dataset.labels.length).toBe(0);
    expect(dataset.trainExamples + dataset.validationExamples).toBe(
      dataset.files.reduce((sum, { count }) => sum + count, 0),
    );
  });

  test('is guessed right once in as many times as it has labels', () => {
    expect(dataset.chance.accuracy * dataset.labels.length).toBeCloseTo(1);
    expect(Math.exp(dataset.chance.loss)).toBeCloseTo(dataset.labels.length);
  });

  test.each(LANGUAGES)('has a name for each label in %s, and no other', (language) => {
    const { labels, name } = messagesOf(language).datasets[id];
    expect(Object.keys(labels).sort()).toEqual([...dataset.labels].sort());
    expect(new Set(Object.values(labels)).size).toBe(dataset.labels.length);
    expect(name).not.toBe('');
  });
});
