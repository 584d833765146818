/**
 * Compiles the kernels (engine/kernels/assembly, AssemblyScript) to public/wasm/kernels.wasm, unless they lie there made from
 * exactly these sources. Part of the build; tests call it, too.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { digest, KERNELS_FILE } from './kernels-file.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = path.join(root, 'engine/kernels/assembly');
/** Relaxed SIMD stays off: its bits depend on the machine. `stub`: the kernels allocate nothing. */
const OPTIONS = ['--enable', 'simd', '-O3', '--noAssert', '--runtime', 'stub'];
const STAMP = path.join(root, 'dist/kernels-built-from');

/** Builds where that is needed. Returns the path of the file. @throws Error with what the compiler says */
export function buildKernels() {
  const { resolve } = createRequire(import.meta.url);
  const { version } = JSON.parse(readFileSync(resolve('assemblyscript/package.json'), 'utf8'));
  const files = readdirSync(SOURCES).sort();
  const from = digest(
    version,
    ...OPTIONS,
    ...files.flatMap((file) => [file, readFileSync(path.join(SOURCES, file))]),
  );
  const stamp = () => `${from} ${digest(readFileSync(KERNELS_FILE))}`;
  if (existsSync(KERNELS_FILE) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp())
    return KERNELS_FILE;
  for (const file of [KERNELS_FILE, STAMP]) mkdirSync(path.dirname(file), { recursive: true });
  // Written aside and moved: tests that run side by side may build side by side.
  const aside = `${KERNELS_FILE}.${process.pid}`;
  const compiler = resolve('assemblyscript/bin/asc.js');
  const args = [compiler, path.join(SOURCES, 'all-kernels.ts'), ...OPTIONS, '-o', aside];
  const done = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`Compiling the kernels failed:\n${done.stdout}${done.stderr}`);
  renameSync(aside, KERNELS_FILE);
  writeFileSync(STAMP, stamp());
  return KERNELS_FILE;
}
