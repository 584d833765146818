import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = ['app', 'base', 'classroom', 'client', 'engine', 'people', 'protocol', 'scripts', 'server'];
/** What was published has its size in its name. */
const NAMES = ['engine/reference/classic-networks.ts'];

/** Sources without their comments. */
const sources = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name)),
).map((file) => ({
  file,
  code: readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
}));

test('only the table of data sets knows a size or a chance level: 28×28 is nowhere else, nor the ln 10 of ten labels', () => {
  const knows = sources.filter(({ code }) => /\b784\b|Math\.LN10\b/.test(code)).map(({ file }) => file);
  expect(sources.length).toBeGreaterThan(500);
  expect(knows).toEqual(NAMES);
});

test('what is served and what is hidden is named by the table alone', () => {
  const named = sources
    .filter(({ code }) => /\btrain-1\.bin\b|\bvalidation\.bin\b|\bhidden-\w+\.bin\b/.test(code))
    .map(({ file }) => file);
  expect(named).toEqual(['protocol/datasets.ts']);
});
