/**
 * Prisma's command line for this project: `node scripts/prisma-generate.mjs [generate|validate|format] [--force]`.
 *
 * Prisma first fetches a schema engine, which fails on a closed network and which these three do not need: any
 * existing file in its place will do. With such a stand-in `migrate` and `db` would report success having done
 * nothing, so nothing but the three is let through; migrations are made by scripts/create-migration.ts.
 *
 * One set of models serves two providers: for each, models and datasource are put into one folder for Prisma to read.
 * `generate` does nothing while models, datasources and Prisma's version are those of the clients under generated/.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const PROVIDERS = ['sqlite', 'postgresql'];
const COMMANDS = ['generate', 'validate', 'format'];
const HASH_FILE = 'models.sha256';

const modelFiles = () =>
  readdirSync(path.join(root, 'prisma/models'))
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => path.join('prisma/models', name));

const datasourceFile = (provider) => path.join('prisma', provider, 'datasource.prisma');

function hashOf(provider) {
  const hash = createHash('sha256').update(require('prisma/package.json').version);
  for (const file of [datasourceFile(provider), ...modelFiles()]) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

function isCurrent(provider) {
  const file = path.join(root, 'generated', provider, HASH_FILE);
  return existsSync(file) && readFileSync(file, 'utf8') === hashOf(provider);
}

/** Runs Prisma on one provider's assembled folder, in a place of its own so that two runs at once do not meet. */
function runPrisma(command, provider, workFolder) {
  const schemaFolder = path.join(workFolder, 'schema', provider);
  mkdirSync(schemaFolder, { recursive: true });
  for (const file of [datasourceFile(provider), ...modelFiles()]) {
    cpSync(path.join(root, file), path.join(schemaFolder, path.basename(file)));
  }
  const done = spawnSync(
    process.execPath,
    [require.resolve('prisma/build/index.js'), command, '--schema', schemaFolder],
    {
      cwd: workFolder,
      encoding: 'utf8',
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    },
  );
  if (done.status !== 0) throw new Error(`prisma ${command} (${provider}):\n${done.stdout}${done.stderr}`);
  return schemaFolder;
}

function inWorkFolder(use) {
  const folder = path.join(root, 'generated', `.work-${process.pid}`);
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the clients whose models have changed. Returns the providers for which one was made. */
export function generateClients({ force = false } = {}) {
  const wanted = PROVIDERS.filter((provider) => force || !isCurrent(provider));
  if (wanted.length === 0) return wanted;
  inWorkFolder((folder) => {
    for (const provider of wanted) {
      const hash = hashOf(provider);
      runPrisma('generate', provider, folder);
      const made = path.join(folder, provider);
      writeFileSync(path.join(made, HASH_FILE), hash);
      const target = path.join(root, 'generated', provider);
      rmSync(target, { recursive: true, force: true });
      renameSync(made, target);
    }
  });
  // What the type checker remembers of the clients before would be held against these.
  rmSync(path.join(root, 'tsconfig.tsbuildinfo'), { force: true });
  return wanted;
}

function formatModels() {
  inWorkFolder((folder) => {
    const schemaFolder = runPrisma('format', 'sqlite', folder);
    for (const file of modelFiles())
      cpSync(path.join(schemaFolder, path.basename(file)), path.join(root, file));
  });
}

function main(args) {
  const force = args.includes('--force');
  const command = args.find((argument) => !argument.startsWith('--')) ?? 'generate';
  if (!COMMANDS.includes(command)) {
    throw new Error(
      `Only ${COMMANDS.join(', ')} work here; migrations: npx tsx scripts/create-migration.ts NAME`,
    );
  }
  if (command === 'generate') {
    const made = generateClients({ force });
    if (made.length > 0) console.log(`Database clients made: ${made.join(', ')}`);
  } else if (command === 'format') {
    formatModels();
  } else {
    inWorkFolder((folder) => {
      for (const provider of PROVIDERS) runPrisma('validate', provider, folder);
    });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
