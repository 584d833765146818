import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { codeOf, sourcesUnder } from './brought-by';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = ['app', 'base', 'classroom', 'client', 'engine', 'lessons', 'protocol', 'server'];
const sources = FOLDERS.flatMap(sourcesUnder);

test('an import says ./ for what lies beside or under the file, and @/ for all else', () => {
  const wrong = [...sources, ...sourcesUnder('tests')].flatMap((file) => {
    const room = `@/${path.dirname(file)}/`;
    return [...codeOf(file).matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)]
      .map(([, target]) => target!)
      .filter((target) => target.startsWith('../') || target.startsWith(room))
      .map((target) => `${file} imports ${target}`);
  });
  expect(wrong).toEqual([]);
});

test('what a class keeps to itself is `private`, not #', () => {
  const wrong = sources.filter((file) =>
    /\bthis\.#\w|^\s+(?:readonly |async |static )*#\w+\s*[=:;(]/m.test(
      readFileSync(path.join(root, file), 'utf8'),
    ),
  );
  expect(wrong).toEqual([]);
});
