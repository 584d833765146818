import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourceOf, sourcesUnder } from './brought-by';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Which source imports which: statically, dynamically or by re-export, types too, since they tie files together as well. */
export type ImportGraph = ReadonlyMap<string, ReadonlySet<string>>;

/** What a source imports, as it is written there. */
export function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [...text.matchAll(/(?:(?<!['"])\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g)].map(
    ([, target]) => target!,
  );
}

export function importGraph(folders: readonly string[]): ImportGraph {
  return new Map(
    folders.flatMap(sourcesUnder).map((file) => [
      file,
      new Set(
        importsOf(file)
          .flatMap((target) => sourceOf(file, target) ?? [])
          .filter((to) => to !== file),
      ),
    ]),
  );
}

/** Files that import each other, directly or by way of others: Tarjan's strongly connected components of more than one. */
export function circlesOf(graph: ImportGraph): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string) => {
    index.set(file, index.size);
    low.set(file, index.get(file)!);
    open.push(file);
    for (const target of graph.get(file) ?? []) {
      if (!index.has(target)) visit(target);
      if (open.includes(target)) low.set(file, Math.min(low.get(file)!, low.get(target)!));
    }
    if (low.get(file) !== index.get(file)) return;
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1) circles.push(circle.sort());
  };
  for (const file of graph.keys()) if (!index.has(file)) visit(file);
  return circles;
}

/** The room of a source: a folder within one of the top folders. What lies in a top folder itself is a room of its own. */
function roomOf(file: string): string {
  return file.split('/').slice(0, 2).join('/');
}

/** Which room leads to which inside one top folder, with the imports that do. */
export function directionsOf(graph: ImportGraph): Map<string, Map<string, string[]>> {
  const directions = new Map<string, Map<string, string[]>>();
  for (const [file, targets] of graph) {
    for (const target of targets) {
      const [from, to] = [roomOf(file), roomOf(target)];
      if (from === to || from.split('/')[0] !== to.split('/')[0]) continue;
      const ways = directions.get(from) ?? new Map<string, string[]>();
      directions.set(from, ways.set(to, [...(ways.get(to) ?? []), `${file} imports ${target}`]));
    }
  }
  return directions;
}
