import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROVIDERS = ['sqlite', 'postgresql'] as const;
export type Provider = (typeof PROVIDERS)[number];

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Where one provider's migrations stand. */
export const migrationsFolder = (provider: Provider) => path.join(folder, 'migrations', provider);

/** The models at which the migrations end: a copy, so that no history has to be replayed to compare. */
export const headFile = (provider: Provider) => path.join(migrationsFolder(provider), 'models.prisma');

/** The models as they are now, as one schema for this provider. */
export function currentModels(provider: Provider): string {
  const files = readdirSync(path.join(folder, 'models'))
    .filter((name) => name.endsWith('.prisma'))
    .sort();
  const models = files.map((name) => readFileSync(path.join(folder, 'models', name), 'utf8'));
  return [`datasource db {\n  provider = "${provider}"\n}\n`, ...models].join('\n');
}

/** The models as of the last migration; null before the first. */
export function migratedModels(provider: Provider): string | null {
  const file = headFile(provider);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
