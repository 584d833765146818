import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '@/lessons/languages';
import { LESSONS } from '@/lessons/registry';
import { codeOf, sourcesUnder } from './brought-by';

const root = fileURLToPath(new URL('../..', import.meta.url));
const namesIn = (folder: string) => readdirSync(path.join(root, folder)).sort();

/** Every folder of words, with what stands in it beside the languages' files. */
const FOLDERS = [
  ...LESSONS.map(({ id }) => ({
    folder: `lessons/${id}`,
    others: ['lesson.ts', 'recap', 'setups.ts', 'teaching'],
  })),
  ...LESSONS.map(({ id }) => ({ folder: `lessons/${id}/recap`, others: [] as string[] })),
  ...LESSONS.map(({ id }) => ({ folder: `lessons/${id}/teaching`, others: [] as string[] })),
  { folder: 'lessons/glossary', others: ['glossary.ts', 'subjects.ts', 'term.ts'] },
  { folder: 'lessons/standards', others: ['standards.ts', 'words.ts'] },
  { folder: 'lessons/teaching', others: ['curriculum-teaching.ts', 'plans.ts', 'words.ts', 'written.ts'] },
  { folder: 'lessons/words', others: ['words.ts'] },
];

describe('I13: every language has all its files', () => {
  test.each(FOLDERS)('and no other language has one, in $folder', ({ folder, others }) => {
    const words = namesIn(folder).filter((name) => !others.includes(name));
    expect(words).toEqual(LANGUAGES.map((language) => `${language}.ts`).sort());
  });

  test('in the messages, the same areas for each', () => {
    const expected = LANGUAGES.flatMap((language) => [language, `${language}.ts`]).sort();
    expect(namesIn('client/messages')).toEqual(expected);
    for (const language of LANGUAGES)
      expect(namesIn(`client/messages/${language}`)).toEqual(namesIn(`client/messages/${LANGUAGES[0]}`));
  });

  test('and every folder of lessons is that of a lesson, or is named here', () => {
    const folders = namesIn('lessons').filter((name) =>
      existsSync(path.join(root, 'lessons', name, 'en.ts')),
    );
    expect(folders.map((name) => `lessons/${name}`)).toEqual(
      FOLDERS.map(({ folder }) => folder)
        .filter((folder) => !/^lessons\/[^/]+\/(recap|teaching)$/.test(folder))
        .sort(),
    );
  });

  test('under the code by which browsers ask for it', () => {
    for (const language of LANGUAGES) expect(new Intl.Locale(language).language).toBe(language);
  });
});

/** The tables of languages. Each is typed `PerLanguage`, so that none of its rows can be forgotten. */
const TABLES = [
  'app/global-error-words.ts',
  'client/i18n/messages.ts',
  'lessons/glossary/glossary.ts',
  'lessons/languages.ts',
  'lessons/standards/words.ts',
  'lessons/teaching/words.ts',
  'lessons/words/words.ts',
];

test('I13: a language is named in the tables alone, and in styles', () => {
  const others = LANGUAGES.filter((language) => language !== 'en').join('|');
  // As a text, as what is asked of an object, or as the key of one.
  const named = new RegExp(`'(${others})'|\\.(${others})\\b|(?<=[{,]\\s*)(${others})(?=\\s*[:,}])`);
  const folders = [
    'app',
    'base',
    'classroom',
    'client',
    'engine',
    'lessons',
    'protocol',
    'scripts',
    'server',
  ];
  const ownFile = (file: string) => LANGUAGES.some((language) => file.endsWith(`/${language}.ts`));
  const found = folders.flatMap(sourcesUnder).filter((file) => !ownFile(file) && named.test(codeOf(file)));
  expect(found.sort()).toEqual(TABLES);
});
