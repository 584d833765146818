import type { Backend } from '@/protocol/experiment';

/** What a training ran on, as it is called in every language. */
export const BACKEND_NAMES: Record<Backend, string> = {
  webgl: 'WebGL',
  webgpu: 'WebGPU',
  wasm: 'WASM',
  cpu: 'CPU',
  javascript: 'JavaScript',
};
