import { expect, test } from 'vitest';
import { broughtBy, codeOf, sourceOf, sourcesUnder } from './brought-by';

/** Pages of people who may have come over a slow line for the first time, and all benches that a lesson alone opens. */
const LIGHT = [
  'app/layout.tsx',
  'app/page.tsx',
  'app/learn/page.tsx',
  'app/learn/[lesson]/page.tsx',
  'app/learn/glossary/page.tsx',
  'app/lab/page.tsx',
  'app/privacy/page.tsx',
];

const isClient = (file: string) => /^['"]use client['"]/.test(codeOf(file).trimStart());

/** What of a page the browser gets: what stands behind `use client`, and all that it brings along, at once or later. */
function sentBy(page: string): Map<string, string> {
  const way = new Map<string, string>();
  const open = [page];
  const onServer = new Set(open);
  for (const file of open) {
    for (const target of broughtBy(file)) {
      const found = sourceOf(file, target);
      if (found === null || onServer.has(found) || way.has(found)) continue;
      if (way.has(file) || isClient(found)) way.set(found, file);
      else onServer.add(found);
      open.push(found);
    }
  }
  return way;
}

test('no page of a visitor brings the schema library along: base/shape reads what these need to read', () => {
  expect(sourcesUnder('app').filter((file) => LIGHT.includes(file))).toHaveLength(LIGHT.length);
  const wrong: string[] = [];
  for (const page of LIGHT) {
    const way = sentBy(page);
    const wayTo = (file: string): string => (way.has(file) ? `${wayTo(way.get(file)!)} > ${file}` : file);
    for (const file of way.keys()) if (broughtBy(file).includes('zod')) wrong.push(wayTo(file));
  }
  expect(wrong).toEqual([]);
  expect([...sentBy('app/learn/[lesson]/page.tsx').keys()]).toContain(
    'client/benches/digits/digits-bench.tsx',
  );
});
