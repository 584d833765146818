// Puts the files that the WASM backend loads at run time where the browser can fetch them (/wasm/). Part of the build.
import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
// The package's main file lies in dist/, beside the .wasm files.
const from = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));
const to = join(root, 'public/wasm');
mkdirSync(to, { recursive: true });
// The threaded build is left out: it needs cross-origin isolation, which a plain http page never has; start-backend.ts turns it off.
for (const file of ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm'])
  copyFileSync(join(from, file), join(to, file));
