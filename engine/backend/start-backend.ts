import type { MakeNetwork } from '@/engine/network/trainable-network';
import type { EngineBackend, StartOptions } from './engine-backends';
import { fetched } from './fetched';
import { createWebglContext, releaseWebglContext, type WebglFacts } from './webgl-context';

/** What is known about a backend that runs. */
export interface StartedBackend {
  backend: EngineBackend;
  renderer: string | null;
  software: boolean;
  /** Makes networks on it. On tfjs: as long as no other of its backends has been started. */
  network: MakeNetwork;
}

/** What WebGL turned out to be, once it was started. */
let card: WebglFacts | null = null;

/** What WebGL is here, without starting tfjs on it; null where it cannot be used. */
export function lookAtWebgl(): WebglFacts | null {
  if (card) return card;
  const context = createWebglContext();
  if (!context) return null;
  const { renderer, software } = context;
  releaseWebglContext(context);
  return { renderer, software };
}

/**
 * Makes a backend ready to calculate; loads its code only now: who trains on the kernels never fetches tfjs. Repeated calls switch at once.
 * @throws Error where it does not exist or does not start; EngineError data-failed where its code cannot come now
 */
export async function startBackend(name: EngineBackend, options: StartOptions): Promise<StartedBackend> {
  if (name === 'kernels') {
    const { startKernels } = await fetched(options.wasmUrl, () => import('./start-kernels'));
    return { backend: name, renderer: null, software: false, network: await startKernels(options.wasmUrl) };
  }
  const { startTfjs } = await fetched(options.wasmUrl, () => import('./start-tfjs'));
  const { facts, network } = await startTfjs(name, options);
  if (name === 'webgl') card = facts;
  return { backend: name, ...facts, network };
}
