import { expect, test } from 'vitest';
import { broughtBy, sourceOf, sourcesUnder } from './brought-by';

/** They draw nothing of their own: what stands around a form or a page; a note stands at its number, once something was typed. */
const UNSEEN = ['form', 'held-watch', 'kept-watch', 'letter-size', 'number-note'];

test('every part of client/ui is on the page of parts', () => {
  const shown = new Set(
    [...sourcesUnder('client/parts'), ...sourcesUnder('app/dev')].flatMap((file) =>
      broughtBy(file).map((target) => sourceOf(file, target)),
    ),
  );
  const parts = sourcesUnder('client/ui').filter((file) => file.endsWith('.tsx'));
  expect(parts.length).toBeGreaterThan(40);
  expect(parts.filter((file) => !shown.has(file))).toEqual(UNSEEN.map((name) => `client/ui/${name}.tsx`));
});
