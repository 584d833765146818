import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { allBroughtBy, broughtBy, sourceOf } from './brought-by';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

/** What an operator runs where only the dependencies are installed. */
test.each(['scripts/demo/demo.ts', 'scripts/teacher.ts', 'scripts/backup.ts'])(
  '%s needs nothing that is for development',
  (program) => {
    const files = [...allBroughtBy(program)];
    const packages = files.flatMap((file) =>
      broughtBy(file)
        .filter((target) => sourceOf(file, target) === null && !/^(\.|@\/|node:)/.test(target))
        .map((target) => /^(@[^/]+\/)?[^/]+/.exec(target)![0]),
    );
    expect(packages.length).toBeGreaterThan(0);
    expect(packages.filter((name) => !(name in dependencies))).toEqual([]);
    expect(files.filter((file) => file.startsWith('tests/'))).toEqual([]);
  },
);
