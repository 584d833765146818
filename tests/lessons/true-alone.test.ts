import { expect, test } from 'vitest';
import { LANGUAGES } from '@/lessons/languages';
import { LESSONS } from '@/lessons/registry';
import { lessonIn } from '@/lessons/written';

const SERVER = { en: /\bserver/i, ja: /サーバー/ };
const CLASS = { en: /\bclass\b/i, ja: /クラス/ };

/** Every text in what a lesson says, whatever it is part of. */
function textsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsIn) : [];
}

test.each(LANGUAGES)('what the server does is said of a class: alone there is none, in %s', (language) => {
  const texts = LESSONS.flatMap((lesson) => textsIn(lessonIn(lesson, language)));
  const said = texts.filter((text) => SERVER[language].test(text));
  expect(said.length).toBeGreaterThan(0);
  expect(said.filter((text) => !CLASS[language].test(text))).toEqual([]);
});
