import { describe, expect, test } from 'vitest';
import { BENCH_AREAS, PAGE_AREAS, ROOT_AREAS } from '@/client/i18n/page-areas';
import { allBroughtBy, codeOf, sourceOf, sourcesUnder } from './brought-by';

/** Benches come by their own lists; what is the server's alone asks for its words there. */
const stop = (file: string) => file === 'client/benches/registry.tsx' || file.startsWith('server/');

/** The areas of messages that a source and all that it brings along ask for, the root's aside. */
function areasUsed(file: string): string[] {
  const areas = new Set<string>();
  for (const source of allBroughtBy(file, stop)) {
    for (const [, area] of codeOf(source).matchAll(/\buseTranslations\(\s*'(\w+)/g)) areas.add(area!);
  }
  for (const area of ROOT_AREAS) areas.delete(area);
  return [...areas].sort();
}

const pages = sourcesUnder('app')
  .filter((file) => /\/page(\.dev)?\.tsx$/.test(file))
  .map((file) => ({ file, route: file.replace(/^app/, '').replace(/\/page(\.dev)?\.tsx$/, '') || '/' }));

describe('I13: a page is given the messages that it uses, and no others', () => {
  test('every page has its list', () => {
    expect(Object.keys(PAGE_AREAS).sort()).toEqual(pages.map(({ route }) => route).sort());
  });

  test.each(pages)('$route', ({ file, route }) => {
    expect([...PAGE_AREAS[route as keyof typeof PAGE_AREAS]].sort()).toEqual(areasUsed(file));
    expect(codeOf(file)).toContain(`<PageMessages page="${route}"`);
  });

  test('what stands in for a page has the words of the root alone', () => {
    for (const file of ['app/error.tsx', 'app/not-found.tsx', 'app/layout.tsx']) {
      expect(areasUsed(file), file).toEqual([]);
    }
  });

  const REGISTRY = 'client/benches/registry.tsx';
  const code = codeOf(REGISTRY);
  const codeAt = (target: string) => sourceOf(REGISTRY, target)!;
  const loaders = [...code.matchAll(/'?([\w-]+)'?: \(\) => import\('([^']+)'\)/g)];
  const shared = codeAt(/const digits = \(\) => import\('([^']+)'\)/.exec(code)![1]!);
  const fileOfBench = new Map(loaders.map(([, id, target]) => [id!, codeAt(target!)]));

  test.each(Object.keys(BENCH_AREAS))('bench %s', (bench) => {
    const file = fileOfBench.get(bench) ?? shared;
    expect([...BENCH_AREAS[bench as keyof typeof BENCH_AREAS]].sort()).toEqual(areasUsed(file));
  });

  test('nobody asks for an area by a name that is not written there', () => {
    const calls = ['app', 'client'].flatMap(sourcesUnder).flatMap((file) => {
      const asked = [...codeOf(file).matchAll(/\buseTranslations\(([^)]*)\)/g)];
      return asked.map(([call, name]) => ({ call: `${file}: ${call}`, name: name! }));
    });
    expect(calls.length).toBeGreaterThan(200);
    expect(calls.filter(({ name }) => !/^\s*'[\w.-]+'\s*$/.test(name))).toEqual([]);
  });
});
