import { expect, test } from 'vitest';
import { broughtBy, sourceOf, sourcesUnder } from './brought-by';

/** What trains or evaluates pictures: allowed in a worker (and in Node), never on a page's thread. */
const TRAINS =
  /^(@tensorflow\/|engine\/(kernels\/kernel-network|training\/training|training\/shared-trainer|worker\/session|playground\/playground-session|dense\/dense-training|dense\/training-course|challenges\/registry)$)/;

test('I12: no page brings along what trains: that is behind the address of a worker', () => {
  const seen = new Map<string, string | null>();
  // A worker's own entry is no page's, as long as none brings it along.
  const waiting = ['app', 'client'].flatMap(sourcesUnder).filter((file) => !file.endsWith('.worker.ts'));
  for (const page of waiting) seen.set(page, null);
  const wrong: string[] = [];
  const wayTo = (file: string | null): string =>
    file === null ? '' : `${wayTo(seen.get(file) ?? null)} > ${file}`;
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (file.startsWith('server/')) continue;
    for (const target of broughtBy(file)) {
      const found = sourceOf(file, target);
      if (TRAINS.test(found?.replace(/\.tsx?$/, '') ?? target)) wrong.push(`${wayTo(file)} > ${target}`);
      if (found === null || seen.has(found)) continue;
      seen.set(found, file);
      waiting.push(found);
    }
  }
  expect(seen.size).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});
