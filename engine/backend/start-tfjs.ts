import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { download } from '@/engine/download/download';
import { TfjsNetwork } from '@/engine/network/tfjs-network';
import type { MakeNetwork } from '@/engine/network/trainable-network';
import type { StartOptions, TfjsBackend } from './engine-backends';
import { fetched } from './fetched';
import { registerWasmKernels } from './wasm-kernels';
import { createWebglContext, type WebglFacts } from './webgl-context';
import { lookAtWebgpu } from './webgpu-device';

const started = new Map<TfjsBackend, WebglFacts>();
const network: MakeNetwork = (experiment, state) => new TfjsNetwork(experiment, state);

/** Makes tfjs calculate on one of its backends. @throws as startBackend does */
export async function startTfjs(
  name: TfjsBackend,
  options: StartOptions,
): Promise<{ facts: WebglFacts; network: MakeNetwork }> {
  const known = started.get(name);
  if (known) {
    await tf.setBackend(name);
    return { facts: known, network };
  }
  let facts: WebglFacts = { renderer: null, software: false };
  if (name === 'webgl') {
    facts = await loadWebgl(options);
  } else if (name === 'webgpu') {
    facts = await loadWebgpu(options);
  } else if (name === 'wasm') {
    await fetched(options.wasmUrl, () => loadWasm(options.wasmUrl));
  } else {
    await fetched(options.wasmUrl, () => import('@tensorflow/tfjs-backend-cpu'));
  }
  if (!(await tf.setBackend(name))) throw new Error(`${name} did not start`);
  started.set(name, { renderer: facts.renderer, software: facts.software });
  return { facts: started.get(name)!, network };
}

/** All names by which tfjs may ask for the one that this browser can use. */
const WASM_FILES = [
  'tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm',
  'tfjs-backend-wasm-threaded-simd.wasm',
] as const;

async function loadWasm(wasmUrl: string): Promise<void> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  // Threads need cross-origin isolation, which plain http never has; asking would load a third file for nothing.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(URL.canParse(wasmUrl) ? await wasmFrom(wasmUrl) : wasmUrl);
  registerWasmKernels();
  if (!(await tf.setBackend('wasm'))) throw new Error('wasm did not start');
}

/** The file fetched by ourselves: tfjs would wait without end for one that a filter holds back. Only Node, in tests, has it in a folder. */
async function wasmFrom(url: string): Promise<Record<(typeof WASM_FILES)[number], string>> {
  const simd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
  const file = await download(new URL(`tfjs-backend-wasm${simd ? '-simd' : ''}.wasm`, url));
  if (!file.ok) throw new Error(`HTTP ${file.status}`);
  const address = URL.createObjectURL(await file.blob());
  return Object.fromEntries(WASM_FILES.map((name) => [name, address])) as Record<
    (typeof WASM_FILES)[number],
    string
  >;
}

async function loadWebgl(options: StartOptions): Promise<WebglFacts> {
  const context = createWebglContext();
  if (!context) throw new Error('No WebGL 2 with float32 textures');
  context.canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    options.onContextLost();
  });
  const { setWebGLContext } = await fetched(options.wasmUrl, () => import('@tensorflow/tfjs-backend-webgl'));
  setWebGLContext(2, context.gl);
  tf.env().set('WEBGL_VERSION', 2);
  return context;
}

async function loadWebgpu(options: StartOptions): Promise<WebglFacts> {
  const facts = await lookAtWebgpu();
  if (!facts) throw new Error('No WebGPU here');
  await fetched(options.wasmUrl, () => import('@tensorflow/tfjs-backend-webgpu'));
  if (!(await tf.setBackend('webgpu'))) throw new Error('WebGPU did not start');
  const { device } = tf.backend() as WebGPUBackend;
  void device.lost.then(({ reason }) => {
    if (reason !== 'destroyed') options.onContextLost();
  });
  return facts;
}
