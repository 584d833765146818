import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { registerWasmKernels } from '@/engine/backend/wasm-kernels';

/** Makes tfjs calculate in Node: on WASM, or where that does not start, in plain JavaScript (about 20 times slower). */
export async function startNodeBackend(wanted: 'wasm' | 'cpu' = 'wasm'): Promise<'wasm' | 'cpu'> {
  if (tf.getBackend() === wanted) return wanted;
  if (wanted === 'wasm') {
    try {
      const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
      const main = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
      // tfjs refuses new paths once it has failed; the same process never changes them.
      setWasmPaths(`${dirname(main)}/`);
      tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
      registerWasmKernels();
      if (await tf.setBackend('wasm')) return 'wasm';
    } catch {
      // Falls through to plain JavaScript.
    }
  }
  await import('@tensorflow/tfjs-backend-cpu');
  if (!(await tf.setBackend('cpu'))) throw new Error('No tfjs backend starts here');
  return 'cpu';
}
