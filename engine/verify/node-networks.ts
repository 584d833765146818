import { readFile } from 'node:fs/promises';
import { KernelNetwork } from '@/engine/kernels/kernel-network';
import type { MakeNetwork } from '@/engine/network/trainable-network';
import type { Backend } from '@/protocol/experiment-choices';

/** What calculates a network here, and makes it. */
export interface NodeNetworks {
  backend: Extract<Backend, 'kernels' | 'wasm' | 'cpu'>;
  network: MakeNetwork;
}

const compiled = new Map<string, Promise<WebAssembly.Module | null>>();

/**
 * What calculates networks in Node: our own kernels, or tfjs where these are not built. Each is loaded when it is first needed.
 * @param kernelsFile the kernels as they are built (public/wasm/kernels.wasm)
 */
export async function nodeNetworks(kernelsFile: string): Promise<NodeNetworks> {
  const module = await kernelsIn(kernelsFile);
  if (module) return { backend: 'kernels', network: (of, state) => new KernelNetwork(module, of, state) };
  const { startNodeBackend } = await import('./start-node-backend');
  const { TfjsNetwork } = await import('@/engine/network/tfjs-network');
  return { backend: await startNodeBackend(), network: (of, state) => new TfjsNetwork(of, state) };
}

/** The kernels, compiled once; null where they are not built, or this Node has no SIMD. */
function kernelsIn(file: string): Promise<WebAssembly.Module | null> {
  const known =
    compiled.get(file) ??
    readFile(file)
      .then((bytes) => WebAssembly.compile(bytes))
      .catch(() => null);
  compiled.set(file, known);
  return known;
}
