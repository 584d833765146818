import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What trains or evaluates pictures: allowed in a worker (and in Node), never on a page's thread. */
const TRAINS =
  /^(@tensorflow\/|engine\/(training\/training|worker\/session|playground\/playground-session|dense\/dense-training|dense\/training-course|challenges\/registry)$)/;

function pagesUnder(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));
}

/** What a source brings along when it runs: types are gone by then, and a worker's entry is an address, not an import. */
function broughtBy(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const statements = text.matchAll(
    /^\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\bfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
  );
  return [...statements]
    .filter(
      ([statement]) =>
        !/^\s*(?:import|export)\s*\{(?:\s*type\s+[\w$]+(?:\s+as\s+[\w$]+)?\s*,?)+\s*\}/.test(statement),
    )
    .map(([, stated, dynamic]) => (stated ?? dynamic)!);
}

function fileOf(from: string, target: string): string | null {
  const bare = target.startsWith('@/')
    ? target.slice(2)
    : target.startsWith('.')
      ? path.join(path.dirname(from), target)
      : null;
  if (bare === null) return null;
  return (
    [bare, `${bare}.ts`, `${bare}.tsx`].find(
      (name) => /\.tsx?$/.test(name) && existsSync(path.join(root, name)),
    ) ?? null
  );
}

test('I12: no page brings along what trains: that is behind the address of a worker', () => {
  const seen = new Map<string, string | null>();
  const waiting = ['app', 'client'].flatMap(pagesUnder);
  for (const page of waiting) seen.set(page, null);
  const wrong: string[] = [];
  const wayTo = (file: string | null): string =>
    file === null ? '' : `${wayTo(seen.get(file) ?? null)} > ${file}`;
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (file.startsWith('server/')) continue;
    for (const target of broughtBy(file)) {
      const found = fileOf(file, target);
      if (TRAINS.test(found?.replace(/\.tsx?$/, '') ?? target)) wrong.push(`${wayTo(file)} > ${target}`);
      if (found === null || seen.has(found)) continue;
      seen.set(found, file);
      waiting.push(found);
    }
  }
  expect(seen.size).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});
