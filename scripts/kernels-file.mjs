/** The kernels as they are served: where they lie, and what they are called by. Apart from what compiles them, which no server carries. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const KERNELS_FILE = fileURLToPath(new URL('../public/wasm/kernels.wasm', import.meta.url));

/** SHA-256 of the parts, told from each other, as hexadecimal digits. */
export function digest(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

/** What the file is called by, for browsers that keep it for ever; undefined where it is not built. */
export function kernelsVersion() {
  return existsSync(KERNELS_FILE) ? digest(readFileSync(KERNELS_FILE)).slice(0, 12) : undefined;
}
