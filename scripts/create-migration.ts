/**
 * Writes the next migration of both providers: `npx tsx scripts/create-migration.ts NAME`, NAME like `add-motto`.
 * Look at the SQL before you commit it: a renamed field comes out as one dropped and one added.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { currentModels, headFile, migratedModels, migrationsFolder, PROVIDERS } from '@/prisma/model-files';
import { diffModels } from '@/prisma/schema-engine';

const LOCK_NOTE =
  '# Written by scripts/create-migration.ts; Prisma reads it to tell which provider these are for.\n';

async function createMigrations(name: string): Promise<string[]> {
  const made: string[] = [];
  for (const provider of PROVIDERS) {
    const after = currentModels(provider);
    const sql = await diffModels(provider, migratedModels(provider), after);
    if (sql === null) continue;
    const folder = migrationsFolder(provider);
    mkdirSync(folder, { recursive: true });
    const numbers = readdirSync(folder)
      .map((entry) => Number.parseInt(entry, 10))
      .filter(Number.isFinite);
    const number = String(Math.max(0, ...numbers) + 1).padStart(4, '0');
    const target = path.join(folder, `${number}_${name.replaceAll('-', '_')}`);
    mkdirSync(target);
    writeFileSync(path.join(target, 'migration.sql'), sql);
    writeFileSync(path.join(folder, 'migration_lock.toml'), `${LOCK_NOTE}provider = "${provider}"\n`);
    writeFileSync(headFile(provider), after);
    made.push(path.join(target, 'migration.sql'));
  }
  return made;
}

const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z0-9-]*$/.test(name)) {
  console.error('Usage: npx tsx scripts/create-migration.ts NAME (lower-case letters, digits, hyphens)');
  process.exitCode = 1;
} else {
  const made = await createMigrations(name);
  console.log(made.length > 0 ? made.join('\n') : 'The models have not changed since the last migration.');
}
