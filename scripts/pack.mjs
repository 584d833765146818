/**
 * `node scripts/pack.mjs FOLDER`: copies what a built server needs to run, and nothing that only its build needs, into FOLDER, which then serves by itself: what
 * the image is made of. Which files of packages those are is read from what the programs import; all that the server opens by name stands here. See
 * docs/decisions/0070.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = realpathSync(fileURLToPath(new URL('..', import.meta.url)));
const require = createRequire(import.meta.url);
const SERVED = 'dist/server';
/** Files that are run, and Next's settings, which it reads as it starts. */
export const PROGRAMS = [
  ...['index', 'supervisor', 'store-worker', 'verify-worker', 'check-worker', 'ensemble-worker'],
  ...['teacher', 'backup'],
]
  .map((name) => `${SERVED}/${name}.mjs`)
  .concat('scripts/supervise.mjs', 'scripts/serve.mjs', 'scripts/healthy.mjs', 'next.config.js');

/** What the server opens by name. */
export const OPENED_BY_NAME = [
  'LICENSE',
  'app/icon.svg',
  'app/tokens.css',
  'dist/network-page.js',
  'prisma/migrations',
  'public',
  'server/export/network/page/page.css',
  'server/export/network/pytorch/train_again.py',
  'server/verify/data',
];

/** What Next looks up by name as it starts, though nothing of it is run then (loadWebpackHook in next/dist/server/config-utils). */
const LOOKED_UP = ['webpack', '@babel/runtime/package.json'].map(
  (name) => `node_modules/next/dist/compiled/${name}`,
);

/** Of what the build made for Next: what it remembers for the next build, and what nothing reads while it serves. */
const LEFT_IN_NEXT =
  /^\.next\/(build|cache|diagnostics|trace|trace-build|turbopack|types)(\/|$)|\.map$|\.nft\.json$/;

/** What imports reach and a server never runs: words for people, pages in development, and pictures made smaller, which next.config.js turns off. */
const NEVER_RUN =
  /\.(map|md|mdx|d\.[cm]?ts)$|\/next-server\/.*\.dev\.js$|\/next\/dist\/docs\/|\/(sharp|@img)\//;
const neverRuns = (file) => NEVER_RUN.test(file);

/** The commands of package.json that need no source. */
export const PACKED_COMMANDS = {
  start: 'node scripts/supervise.mjs',
  teacher: `node ${SERVED}/teacher.mjs`,
  backup: `node ${SERVED}/backup.mjs make`,
  restore: `node ${SERVED}/backup.mjs restore`,
};

/** All files that the programs import, packages' too, as paths below the project. @throws Error where a program is not built */
async function importedFiles() {
  // The tracer with which Next itself finds out what a page needs.
  const { nodeFileTrace } = require('next/dist/compiled/@vercel/nft');
  const programs = PROGRAMS.map((name) => realpathSync(path.join(root, name)));
  const { fileList } = await nodeFileTrace(programs, { base: root, processCwd: root, ignore: neverRuns });
  return [...fileList, ...pagesFiles(), ...wasmOfTfjs()];
}

/** What Next has found that its pages and its own server load of packages. */
function pagesFiles() {
  const built = path.join(root, '.next');
  return readdirSync(built, { recursive: true })
    .filter((name) => name.endsWith('.nft.json') && !name.startsWith('cache'))
    .flatMap((name) => {
      const manifest = path.join(built, name);
      return JSON.parse(readFileSync(manifest, 'utf8')).files.map((file) =>
        path.relative(root, path.resolve(path.dirname(manifest), file)),
      );
    })
    .filter((file) => file.startsWith('node_modules') && !neverRuns(file));
}

/** Where the kernels do not run, threads look for tfjs's by the name of its package (engine/verify/start-node-backend). */
function wasmOfTfjs() {
  const main = path.relative(root, require.resolve('@tensorflow/tfjs-backend-wasm'));
  const folder = path.dirname(main);
  return [
    main,
    path.join(folder, '../package.json'),
    ...['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm'].map((file) => path.join(folder, file)),
  ];
}

/** package.json as the packed server has it: the same name and version, and its own commands. */
function ownPackage() {
  const { name, version, license, type, engines } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  return `${JSON.stringify({ name, version, private: true, license, type, engines, scripts: PACKED_COMMANDS }, null, 2)}\n`;
}

async function pack(folder) {
  const copy = (name, options) =>
    cpSync(path.join(root, name), path.join(folder, name), { verbatimSymlinks: true, ...options });
  for (const name of new Set(await importedFiles())) copy(name);
  for (const name of [...OPENED_BY_NAME, ...LOOKED_UP]) copy(name, { recursive: true });
  const isLeft = (file) => LEFT_IN_NEXT.test(path.relative(root, file));
  copy('.next', { recursive: true, filter: (file) => !isLeft(file) });
  writeFileSync(path.join(folder, 'package.json'), ownPackage());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    console.error('node scripts/pack.mjs FOLDER');
    process.exit(1);
  }
  mkdirSync(folder);
  await pack(path.resolve(folder));
}
