import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The sources under a folder of the project, by their paths from its root. */
export function sourcesUnder(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));
}

/** A source's text without its comments. */
export function codeOf(file: string): string {
  return readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

/** What a source brings along when it runs: types are gone by then, and a worker's entry is an address, not an import. */
export function broughtBy(file: string): string[] {
  const statements = codeOf(file).matchAll(
    /^\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\bfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
  );
  return [...statements]
    .filter(
      ([statement]) =>
        !/^\s*(?:import|export)\s*\{(?:\s*type\s+[\w$]+(?:\s+as\s+[\w$]+)?\s*,?)+\s*\}/.test(statement),
    )
    .map(([, stated, dynamic]) => (stated ?? dynamic)!);
}

/** The source that an import of `from` means; null for packages and other files. */
export function sourceOf(from: string, target: string): string | null {
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

/** Everything that a source brings along, itself too. @param stop sources that are not looked into */
export function allBroughtBy(file: string, stop: (file: string) => boolean = () => false): Set<string> {
  const seen = new Set([file]);
  // Grows while it is gone through.
  for (const one of seen) {
    for (const target of broughtBy(one)) {
      const found = sourceOf(one, target);
      if (found !== null && !stop(found)) seen.add(found);
    }
  }
  return seen;
}
