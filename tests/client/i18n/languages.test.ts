import { describe, expect, it, test } from 'vitest';
import { otherLanguage, pickLanguage } from '@/client/i18n/languages';
import { LANGUAGES } from '@/lessons/languages';

describe('pickLanguage', () => {
  it('takes the cookie over the header', () => {
    expect(pickLanguage('ja', 'en-GB')).toBe('ja');
  });
  it.each([
    ['ja', 'ja'],
    ['ja-JP,ja;q=0.9,en;q=0.8', 'ja'],
    ['fr;q=1, en;q=0.4, ja;q=0.7', 'ja'],
    ['en-US,en;q=0.9,ja;q=0.8', 'en'],
    ['eo, tlh', 'en'],
    ['ja;q=0, en;q=0.1', 'en'],
    ['ja;q=nonsense', 'en'],
    ['', 'en'],
    [null, 'en'],
  ])('reads %j as %s', (header, language) => {
    expect(pickLanguage(undefined, header)).toBe(language);
  });
  it('ignores a cookie that is no language', () => {
    expect(pickLanguage('<script>', 'ja')).toBe('ja');
  });
});

test('the switch comes by every language, and back', () => {
  const gone = [LANGUAGES[0]!];
  while (gone.length <= LANGUAGES.length) gone.push(otherLanguage(gone.at(-1)!));
  expect(gone).toEqual([...LANGUAGES, LANGUAGES[0]]);
});
