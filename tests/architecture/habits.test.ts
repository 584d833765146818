import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { codeOf, sourcesUnder } from './brought-by';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = ['app', 'base', 'classroom', 'client', 'engine', 'lessons', 'people', 'protocol', 'server'];
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

/** Names that the framework or a table of languages gives to many files alike. */
const SHARED_NAMES = new Set([
  'GET',
  'Page',
  'generateMetadata',
  'metadata',
  'messages',
  'readings',
  'words',
]);

test('one exported name, one meaning', () => {
  const homes = new Map<string, string[]>();
  for (const file of sources) {
    const declared = codeOf(file).matchAll(
      /^export (?:default )?(?:async )?(?:const|function\*?|class|interface|type|enum) (\w+)/gm,
    );
    for (const [, name] of declared) homes.set(name!, [...(homes.get(name!) ?? []), file]);
  }
  expect(homes.size).toBeGreaterThan(2_000);
  expect([...homes].filter(([name, files]) => files.length > 1 && !SHARED_NAMES.has(name))).toEqual([]);
});

test('a form is that of client/ui/form: a plain one that is sent too early has all that was typed in the address', () => {
  const plain = sources.filter((file) => file !== 'client/ui/form.tsx' && /<form\b/.test(codeOf(file)));
  expect(plain).toEqual([]);
});

test('what was not done is said until somebody closes it: client/ui/staying-toast', () => {
  const passing = sources.filter(
    (file) => file !== 'client/ui/staying-toast.ts' && /\btoast\.(?:error|warning)\(/.test(codeOf(file)),
  );
  expect(passing).toEqual([]);
});
