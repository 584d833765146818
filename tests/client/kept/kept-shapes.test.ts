import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeOf, sourcesUnder } from '@/tests/architecture/brought-by';
import { nearly } from './damage';
import { KEPT_WORK } from './kept-work';

/** As the browser gives it back. */
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each(Object.entries(KEPT_WORK))('%s', (_, { read, examples, keep }) => {
  test('reads what it has kept', () => {
    for (const value of examples) expect(read(stored(keep(value)))).toEqual(value);
  });

  test('throws on nothing, and what it makes of damaged work it reads again', () => {
    const values = nearly(examples.map((value) => stored(keep(value))));
    fc.assert(
      fc.property(values, (value) => {
        const made = read(value);
        if (made === undefined) return;
        const again = read(stored(keep(made)));
        expect(again).toBeDefined();
        // As text: there is no −0 in it.
        expect(stored(keep(again))).toEqual(stored(keep(made)));
      }),
      { numRuns: 500 },
    );
  });
});

/** Of these the shapes of what is kept are made. */
const PARTS = [
  'axisShape',
  'curveAtShape',
  'dataShape',
  'networkShape',
  'pastTryShape',
  'rateShape',
  'schemaShape',
  'runSoFarShape',
  'triesShape',
];

test('every shape in the browser, of what is kept and of what others show, is held to this', () => {
  const found = sourcesUnder('client').flatMap((file) =>
    [...codeOf(file).matchAll(/^export (?:const|function) (\w+Shape)\b/gm)].map(([, name]) => name!),
  );
  expect(found.filter((name) => !PARTS.includes(name)).sort()).toEqual(Object.keys(KEPT_WORK).sort());
});

test('what is kept is read in one place', () => {
  const parsing = sourcesUnder('client').filter((file) => codeOf(file).includes('JSON.parse'));
  // The messages are written and read in the same moment, to take the prototypes along.
  // Nor can a page that is one file be damaged by halves.
  expect(parsing.sort()).toEqual([
    'client/i18n/compiled-messages.ts',
    'client/live/stored.ts',
    'client/offline/network-page.ts',
  ]);
});
