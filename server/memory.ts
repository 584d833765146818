import { setFlagsFromString } from 'node:v8';
import type { ResourceLimits } from 'node:worker_threads';

/**
 * How hot a WebAssembly function must be before it is compiled anew for speed, roughly in bytes executed (V8's own: 1.8 million, ten
 * times as much in later versions). Compiling half of Prisma's query compiler in the background took 50 MB that the allocator never gave back;
 * loops over a whole network pass this in milliseconds.
 */
const WASM_TIERING_BUDGET = 50_000_000;

/** What the store's thread may use: without it V8 lets its young generation alone grow to 48 MB. */
export const STORE_MEMORY: ResourceLimits = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 1024 };

/** What the checker's thread may use: a training of lesson 6 keeps half a megabyte, a class's drawings take one. */
export const CHECK_MEMORY: ResourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 };

/**
 * Keeps the process small; to be called before anything else is done. What must be known when the process starts (sizes of the
 * main thread's heap) is on the command line that scripts/supervise.mjs gives it.
 */
export function keepMemorySmall(): void {
  setFlagsFromString(`--wasm-tiering-budget=${WASM_TIERING_BUDGET}`);
}
