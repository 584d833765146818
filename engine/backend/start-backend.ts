import * as tf from '@tensorflow/tfjs-core';
import { download } from '@/engine/download/download';
import { fetched } from './fetched';
import { registerWasmKernels } from './wasm-kernels';
import { createWebglContext, releaseWebglContext, type WebglFacts } from './webgl-context';

/** The backends of protocol/experiment.ts that this engine has. */
export const ENGINE_BACKENDS = ['webgl', 'wasm', 'cpu'] as const;
export type EngineBackend = (typeof ENGINE_BACKENDS)[number];

export function isEngineBackend(name: string): name is EngineBackend {
  return (ENGINE_BACKENDS as readonly string[]).includes(name);
}

/** What is known about a backend that runs. */
export interface StartedBackend {
  backend: EngineBackend;
  renderer: string | null;
  software: boolean;
}

export interface StartOptions {
  /** Absolute address of the folder with the .wasm files: a worker made from a blob has no address to be relative to. */
  wasmUrl: string;
  /** Called when the graphics card takes its context away; after that nothing on this backend ever answers. */
  onContextLost: () => void;
}

const started = new Map<EngineBackend, StartedBackend>();

/** What WebGL is here, without starting tfjs on it; null where it cannot be used. */
export function lookAtWebgl(): WebglFacts | null {
  const known = started.get('webgl');
  if (known) return known;
  const context = createWebglContext();
  if (!context) return null;
  const { renderer, software } = context;
  releaseWebglContext(context);
  return { renderer, software };
}

/**
 * Makes tfjs calculate on a backend; loads its code only now. Repeated calls switch at once.
 * @throws Error where it does not exist or does not start; EngineError data-failed where its code cannot come now
 */
export async function startBackend(name: EngineBackend, options: StartOptions): Promise<StartedBackend> {
  const known = started.get(name);
  if (known) {
    await tf.setBackend(name);
    return known;
  }
  let facts: WebglFacts = { renderer: null, software: false };
  if (name === 'webgl') {
    facts = await loadWebgl(options);
  } else if (name === 'wasm') {
    await fetched(options.wasmUrl, () => loadWasm(options.wasmUrl));
  } else {
    await fetched(options.wasmUrl, () => import('@tensorflow/tfjs-backend-cpu'));
  }
  if (!(await tf.setBackend(name))) throw new Error(`${name} did not start`);
  const result: StartedBackend = { backend: name, renderer: facts.renderer, software: facts.software };
  started.set(name, result);
  return result;
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
