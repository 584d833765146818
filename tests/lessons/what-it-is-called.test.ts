import { expect, test } from 'vitest';
import { plainWords } from '@/client/lesson/words/markup';
import { LANGUAGES } from '@/lessons/languages';
import { learningFromData } from '@/lessons/learning-from-data/lesson';
import { neuralNetworks } from '@/lessons/neural-networks/lesson';
import { lessonIn } from '@/lessons/written';

/** What all of it is called, and what is chosen and what is found: said where it is met first, in every language. */
const MANY_WAYS = { en: /many ways to learn/, ja: /学ぶ方法はたくさん/ } as const;
const CHOSEN_FIRST = { en: /before.*training never changes/i, ja: /訓練.*前に/ } as const;

const wordsAt = (
  lesson: Parameters<typeof lessonIn>[0],
  stepId: string,
  language: (typeof LANGUAGES)[number],
) => {
  const text = lessonIn(lesson, language).steps.find(({ id }) => id === stepId)!.text;
  return [text.lead, ...(text.more ?? [])].join('\n');
};

test.each(LANGUAGES)(
  'machine learning with a network is called deep learning, one way to learn of many: %s',
  (language) => {
    const words = wordsAt(learningFromData, 'train', language);
    expect(words).toContain('[[neural-network|');
    expect(words).toContain('[[deep-learning|');
    expect(plainWords(words)).toMatch(MANY_WAYS[language]);
  },
);

test.each(LANGUAGES)(
  'the structure is chosen first, training finds the weights alone, both are the model: %s',
  (language) => {
    const words = wordsAt(neuralNetworks, 'layers', language);
    expect(words).toContain('[[model|');
    expect(plainWords(words)).toMatch(CHOSEN_FIRST[language]);
  },
);
