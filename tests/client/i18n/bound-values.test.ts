import { expect, test } from 'vitest';
import { compiledMessagesOf } from '@/client/i18n/compiled-messages';
import { bindValues } from '@/client/i18n/formula-blanks';
import { messagesOf } from '@/client/i18n/messages';

/** Behind a percent sign browsers end a line before hiragana, whatever the style says: 25% / です. */

function leaves(node: unknown, path = ''): [path: string, text: unknown][] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as object).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

test('a value keeps to the です behind it, and to no other word', () => {
  expect(bindValues('当てずっぽうなら {blind} です。{name} 層')).toBe(
    '当てずっぽうなら {blind}\u00a0です。{name} 層',
  );
  expect(bindValues('{low} to {high}')).toBe('{low} to {high}');
});

test('in no message as it is sent does a line end between a value and what is said of it', () => {
  // An argument stands in its own place of the list that a message is compiled to, what follows it in the next.
  const loose = leaves(compiledMessagesOf('ja')).filter(
    ([path, text]) => /\.\d+$/.test(path) && /^ [\u3041-\u3096]/.test(String(text)),
  );
  expect(loose).toEqual([]);
  const bound = leaves(compiledMessagesOf('ja')).filter(([, text]) =>
    /^\u00a0[\u3041-\u3096]/.test(String(text)),
  );
  expect(bound.length).toBeGreaterThan(100);
});

/** What is put in under these names is a share, as a rule in percent. */
const SHARES =
  /\{(?:share|percent|ratio|fall|unrest|overshot|gap|accuracy|blind|low|high|best|before|after)\}[\u3041-\u3096]/u;

test('behind a share stands a blank, which binds it', () => {
  const joined = leaves(messagesOf('ja')).filter(([, text]) => SHARES.test(String(text)));
  expect(joined).toEqual([]);
});
