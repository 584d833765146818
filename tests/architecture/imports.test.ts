import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { sourcesUnder } from './brought-by';
import { circlesOf, directionsOf, importGraph, importsOf } from './import-graph';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Who may import whom (ARCHITECTURE.md, I1). A folder may always import itself; an entry with a slash allows only
 * what is under it.
 */
const FOLDERS: Record<string, readonly string[]> = {
  base: [],
  protocol: [],
  lessons: ['protocol'],
  engine: ['base', 'protocol'],
  classroom: ['base', 'protocol', 'lessons'],
  // Of the engine only what counts, deals and checks: nothing that trains.
  server: [
    'base',
    'classroom',
    'lessons',
    'protocol',
    'generated',
    'engine/runs',
    'engine/verify',
    'engine/challenges',
    'engine/together',
    'engine/compute/class-product',
    'engine/network/flat-weights',
    'engine/training/batch-order',
    'engine/training/schedule',
    'engine/digits/data-rule',
    'engine/digits/examples',
    'engine/digits/pack-format',
    'engine/pool/pool-pack',
    'engine/pool/pool-pictures',
    'engine/pool/score-pool',
    'engine/random',
    // The words of files that people read.
    'client/i18n',
    // What a file that works offline brings along for its script.
    'client/offline/page-data',
  ],
  client: ['base', 'protocol', 'lessons', 'engine'],
  // People without a browser, for whatever needs a class: they know of the product what crosses the wire, and train as browsers do.
  people: ['protocol', 'lessons', 'engine', 'classroom/deal'],
  app: ['client', 'lessons', 'protocol', 'server/store', 'server/auth', 'server/read'],
};

/** Packages, where a folder is held to some. `server`, `client` and `app` may use what package.json lists. */
const PACKAGES: Record<string, RegExp> = {
  base: /^$/,
  protocol: /^zod$/,
  lessons: /^$/,
  engine: /^(@tensorflow\/tfjs|fflate$|@noble\/)/,
  classroom: /^$/,
  people: /^(node:|socket\.io-client$)/,
};

/** The target as a path from the root, or null for a package. */
function insideProject(file: string, target: string): string | null {
  if (target.startsWith('@/')) return target.slice(2);
  return target.startsWith('.') ? path.join(path.dirname(file), target) : null;
}

function allows(folder: string, target: string): boolean {
  return [folder, ...FOLDERS[folder]!].some(
    (allowed) => target === allowed || target.startsWith(`${allowed}/`),
  );
}

describe.each(Object.keys(FOLDERS))('I1: %s imports only what the table allows', (folder) => {
  const files = sourcesUnder(folder);

  test('of the project', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .map((target) => insideProject(file, target))
        .filter((target): target is string => target !== null && !allows(folder, target))
        .map((target) => `${file} imports ${target}`),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  const allowedPackages = PACKAGES[folder];
  if (!allowedPackages) return;
  test('of packages', () => {
    const wrong = files
      .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
      .filter(({ file, target }) => insideProject(file, target) === null && !allowedPackages.test(target))
      // Verification runs in Node alone and reads its pictures from disk.
      .filter(({ file, target }) => !(file.startsWith('engine/verify/') && target.startsWith('node:')))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });
});

describe('I1: one obvious place for everything', () => {
  const everything = Object.keys(FOLDERS).flatMap(sourcesUnder);

  test('no drawer for odds and ends, and no barrel', () => {
    expect(everything.filter((file) => /(^|\/)(utils?|helpers?|misc|common)(\/|\.tsx?$)/.test(file))).toEqual(
      [],
    );
    const barrels = everything.filter((file) => {
      const text = readFileSync(path.join(root, file), 'utf8').trim();
      return /(^|\/)index\.tsx?$/.test(file) && /^(export \* from|export \{[^}]*\} from)/m.test(text);
    });
    expect(barrels).toEqual([]);
  });
});

/** What several benches are built of. Every other folder of client/benches is one bench. */
const BENCH_PARTS = ['drawing', 'frame', 'numbers', 'run', 'unit', 'walk'];

test('I1: no bench imports another bench: what several need has a folder of its own', () => {
  const benchOf = (file: string) => /^client\/benches\/([^/]+)\//.exec(file)?.[1];
  const files = sourcesUnder('client/benches').filter((file) => benchOf(file) !== undefined);
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .map((target) => insideProject(file, target))
      .filter((target) => {
        const bench = target === null ? undefined : benchOf(target);
        return bench !== undefined && bench !== benchOf(file) && !BENCH_PARTS.includes(bench);
      })
      .map((target) => `${file} imports ${target}`),
  );
  expect(new Set(files.map(benchOf)).size).toBeGreaterThan(BENCH_PARTS.length);
  expect(wrong).toEqual([]);
});

describe('I1: directions', () => {
  const graph = importGraph(Object.keys(FOLDERS));

  test('no file imports itself by way of others', () => {
    expect(circlesOf(graph)).toEqual([]);
  });

  test('of two rooms of a folder only one imports the other', () => {
    const directions = directionsOf(graph);
    const both = [...directions].flatMap(([from, ways]) =>
      [...ways].flatMap(([to, imports]) => (directions.get(to)?.has(from) ? imports : [])),
    );
    expect(directions.size).toBeGreaterThan(30);
    expect(both).toEqual([]);
  });

  test('which room imports which is listed (docs/rooms.md; `vitest -u` writes it anew)', async () => {
    const isFolder = (room: string) => !room.includes('.');
    const rooms = [...directionsOf(graph)]
      .map(([from, ways]) => [from, [...ways.keys()].filter(isFolder).sort()] as const)
      .filter(([from, ways]) => isFolder(from) && ways.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const name = (room: string) => `\`${room.split('/')[1]}\``;
    const lines = rooms.map(([from, ways]) => `| \`${from}\` | ${ways.map(name).join(', ')} |`);
    const text = `# Which room imports which\n\nInside one folder; never both ways. Written by tests/architecture/imports.test.ts.\n\n| room | imports |\n|---|---|\n${lines.join('\n')}\n`;
    await expect(text).toMatchFileSnapshot('../../docs/rooms.md');
  });

  test('control: a circle, and two rooms that need each other, are found', () => {
    const three = new Map([
      ['client/a/one.ts', new Set(['client/b/two.ts'])],
      ['client/b/two.ts', new Set(['client/b/three.ts'])],
      ['client/b/three.ts', new Set(['client/a/one.ts'])],
      ['client/c/four.ts', new Set(['client/a/one.ts'])],
    ]);
    expect(circlesOf(three)).toEqual([['client/a/one.ts', 'client/b/three.ts', 'client/b/two.ts']]);
    expect([...directionsOf(three).keys()]).toEqual(['client/a', 'client/b', 'client/c']);
  });
});

test('sockets are opened by the product and by people/ alone', () => {
  const opening = [...sourcesUnder('tests'), ...sourcesUnder('scripts')].filter((file) =>
    /import\s*\{[^}]*\bio\b[^}]*\}\s*from 'socket\.io-client'/.test(
      readFileSync(path.join(root, file), 'utf8'),
    ),
  );
  expect(opening).toEqual([]);
});

test('the secret is made at the start alone: what is asked later makes no data folder in place of one that is gone', () => {
  const making = sourcesUnder('server').filter((file) =>
    /\bauthSecret\(/.test(readFileSync(path.join(root, file), 'utf8')),
  );
  expect(making.toSorted()).toEqual([
    'server/application.ts',
    'server/auth/accounts.ts',
    'server/auth/better-auth.ts',
    'server/env.ts',
  ]);
});
