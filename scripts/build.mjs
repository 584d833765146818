/**
 * Builds what `npm start` serves: database clients, WASM files (tfjs's and our own kernels), Next's pages and the bundled server.
 * `node scripts/build.mjs` builds; `buildIfNeeded()` skips it while nothing that goes in has changed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePage } from '../server/export/network/page/bundle-page.mjs';
import { buildKernels } from './build-kernels.mjs';
import { generateClients } from './prisma-generate.mjs';
import { serversRunning } from './serving.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const STAMP = path.join(root, 'dist/built-from');
const SOURCES = [
  'app',
  'base',
  'classroom',
  'client',
  'engine',
  'lessons',
  'prisma/models',
  'protocol',
  'scripts',
  'server',
];
const FILES = ['next.config.js', 'package-lock.json', 'postcss.config.mjs', 'tsconfig.json'];

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(file);
    else yield file;
  }
}

/** A fingerprint of all that goes into the build. Public files are served as they are and do not count. */
function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  for (const file of [
    ...FILES.map((name) => path.join(root, name)),
    ...SOURCES.flatMap((name) => [...filesUnder(path.join(root, name))]),
  ]) {
    hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function isCurrent(print) {
  return (
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === print &&
    existsSync(path.join(root, '.next/BUILD_ID'))
  );
}

function run(label, args) {
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (done.status !== 0) throw new Error(`${label} failed:\n${done.stdout}${done.stderr}`);
}

const THREADS = [
  'server/store/store-worker.ts',
  'server/verify/verify-worker.ts',
  'server/verify/check-worker.ts',
  'server/verify/ensemble-worker.ts',
];

/** The operator's commands, for where there is no TypeScript to run (scripts/pack.mjs). */
const COMMANDS = ['scripts/teacher.ts', 'scripts/backup.ts'];

/** The server's threads alone, and programs like them, from the source as it is now into a folder under dist/: from TypeScript each start takes two to three times as long. */
export const bundleThreads = (outdir, further) => bundle([...THREADS, ...further], outdir);

/** One file a thread: see server/thread.ts. */
async function bundle(entryPoints, outdir) {
  // Needed for a build alone: a server that starts on what is built should not carry it.
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    entryNames: '[name]',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // Loaded where the server runs from its source alone.
    external: ['*/bundle-page.mjs'],
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
    // What bundled CommonJS (tfjs's WASM) expects to find; without __dirname it falls back to plain JavaScript, 20 times slower.
    banner: {
      js: [
        "import { createRequire as __createRequire } from 'node:module';",
        'const require = __createRequire(import.meta.url);',
        'const __filename = (await import("node:url")).fileURLToPath(import.meta.url);',
        'const __dirname = (await import("node:path")).dirname(__filename);',
      ].join('\n'),
    },
    plugins: [externalPackages],
  });
}

/** Packages that are native, or that look for files beside their own. */
const LEFT_OUT = /^(@node-rs|@prisma|libsql|next|pg|pino|react|react-dom)($|\/)/;

/** All else goes into the bundle: to find, read and compile hundreds of small modules takes a start a second. */
const externalPackages = {
  name: 'external-packages',
  setup(bundle) {
    bundle.onResolve({ filter: LEFT_OUT }, ({ path: name }) => ({ path: name, external: true }));
  },
};

async function buildAll(print) {
  const [pid] = serversRunning();
  if (pid !== undefined)
    throw new Error(
      `A Perceptroom server (process ${pid}) runs from this folder. Stop it before building anew: its pages would lose their scripts.`,
    );
  const started = Date.now();
  rmSync(STAMP, { force: true });
  generateClients();
  run('Copying the WASM files', ['scripts/copy-wasm.mjs']);
  buildKernels();
  run('Building the pages', [require.resolve('next/dist/bin/next'), 'build']);
  await bundle(['server/index.ts', 'server/supervisor.ts', ...THREADS, ...COMMANDS], 'dist/server');
  writeFileSync(path.join(root, 'dist/network-page.js'), await bundlePage());
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, print);
  console.log(`Built in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
}

/** Builds unless the last build was made from exactly these files. */
export async function buildIfNeeded() {
  const print = fingerprint();
  if (isCurrent(print)) return;
  console.log(
    'Building Perceptroom. This takes a minute the first time, and only when something has changed.',
  );
  await buildAll(print);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await buildAll(fingerprint());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
