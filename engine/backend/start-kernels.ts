import { download } from '@/engine/download/download';
import { KernelNetwork } from '@/engine/kernels/kernel-network';
import { hasSimd } from '@/engine/kernels/simd';
import type { MakeNetwork } from '@/engine/network/trainable-network';
import { fetched } from './fetched';

/** Which kernels these are, so that the browser may keep the file for ever: the build writes it (next.config.js). */
const VERSION = process.env.KERNELS_VERSION;

let compiled: Promise<WebAssembly.Module> | null = null;

/**
 * Our own kernels, fetched and compiled once.
 * @param wasmUrl absolute address of the folder with the file
 * @throws Error without SIMD; EngineError data-failed where the file cannot come now
 */
export async function startKernels(wasmUrl: string): Promise<MakeNetwork> {
  if (!hasSimd()) throw new Error('WebAssembly without SIMD');
  // Only tests in Node have a folder there, and tfjs's files in it.
  if (!URL.canParse(wasmUrl)) throw new Error('the kernels have no address here');
  compiled ??= fetched(wasmUrl, () => compile(wasmUrl)).catch((error: unknown) => {
    compiled = null;
    throw error;
  });
  const module = await compiled;
  return (experiment, state) => new KernelNetwork(module, experiment, state);
}

async function compile(wasmUrl: string): Promise<WebAssembly.Module> {
  const url = new URL('kernels.wasm', wasmUrl);
  if (VERSION) url.searchParams.set('v', VERSION);
  const file = await download(url);
  if (!file.ok) throw new Error(`HTTP ${file.status}`);
  return WebAssembly.compile(await file.arrayBuffer());
}
