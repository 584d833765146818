import type { Backend } from '@/protocol/experiment-choices';

/** The backends of protocol/experiment.ts that this engine has: our own kernels, and four of tfjs. */
export const ENGINE_BACKENDS = ['kernels', 'webgl', 'webgpu', 'wasm', 'cpu'] as const;
export type EngineBackend = (typeof ENGINE_BACKENDS)[number];
export type TfjsBackend = Exclude<EngineBackend, 'kernels'>;

/** Those that calculate on a graphics card, or on a program that plays one: they can be lost, and waiting for them is dear. */
export function isOnCard(backend: Backend): backend is 'webgl' | 'webgpu' {
  return backend === 'webgl' || backend === 'webgpu';
}

export function isEngineBackend(name: string): name is EngineBackend {
  return (ENGINE_BACKENDS as readonly string[]).includes(name);
}

export interface StartOptions {
  /** Absolute address of the folder with the .wasm files: a worker made from a blob has no address to be relative to. */
  wasmUrl: string;
  /** Called when the graphics card takes its context away; after that nothing on this backend ever answers. */
  onContextLost: () => void;
}
