import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const DOCUMENTS = ['CONTRIBUTING.md', 'ARCHITECTURE.md', 'README.md', 'docs/operating.md'];

/** What is set off and looks like a file or a folder of ours; names in capitals stand for any. Modules may go by their name. */
function filesIn(document: string): string[] {
  const text = readFileSync(path.join(root, document), 'utf8');
  return [...text.matchAll(/(?:`|\*\*)([\w.@-]+\/[\w./@-]*)(?:`|\*\*)/g)]
    .map(([, file]) => file!)
    .filter((file) =>
      /^(app|base|classroom|client|docs|engine|lessons|people|prisma|protocol|public|scripts|server|tests)\//.test(
        file,
      ),
    );
}

/** Whether there is such a file or folder; a segment in capitals is any. */
function isThere(file: string): boolean {
  const [first, ...rest] = file.split('/').filter(Boolean);
  const under = (folder: string, segments: readonly string[]): boolean => {
    const [segment, ...others] = segments;
    if (segment === undefined) return true;
    const names = /^[A-Z]{3,}$/.test(segment) ? readdirSync(path.join(root, folder)) : [segment];
    return names.some((name) => {
      const next = path.join(folder, name);
      const found = statSync(path.join(root, next), { throwIfNoEntry: false });
      return found !== undefined && (others.length === 0 || found.isDirectory()) && under(next, others);
    });
  };
  return under(first!, rest);
}

test.each(DOCUMENTS)('every file that %s names is there', (document) => {
  const missing = filesIn(document).filter((file) => !['', '.ts', '.tsx'].some((end) => isThere(file + end)));
  expect(missing).toEqual([]);
});

test('the worked paths name files', () => {
  expect(filesIn('CONTRIBUTING.md').length).toBeGreaterThan(20);
});
