import { EngineError } from '@/engine/engine-error';
import { hasSimd } from '@/engine/kernels/simd';
import type { MakeNetwork } from '@/engine/network/trainable-network';
import type { Experiment } from '@/protocol/experiment';
import type { Backend } from '@/protocol/experiment-choices';
import type { BackendFacts } from './backend-facts';
import { calibrate } from './calibrate';
import { chooseCandidates } from './choose-backend';
import { type EngineBackend, isEngineBackend, type StartOptions } from './engine-backends';
import { lookAtWebgl, startBackend } from './start-backend';
import { lookAtWebgpu } from './webgpu-device';

export interface Wish {
  wanted: Backend | 'auto';
  remembered: Backend | null;
  avoid: readonly Backend[];
}

/**
 * Fetches ahead what will most likely calculate: the kernels, where they run.
 * @returns what makes networks on them; null where they do not run, or do not start: then they are passed over when a training begins, and that is told
 * @throws EngineError data-failed where they cannot come now
 */
export async function prepareBackend(options: StartOptions): Promise<MakeNetwork | null> {
  if (!hasSimd()) return null;
  try {
    return (await startBackend('kernels', options)).network;
  } catch (error) {
    if (error instanceof EngineError && error.code === 'data-failed') throw error;
    return null;
  }
}

/** A backend that is ready. */
export interface OpenBackend {
  facts: BackendFacts & { backend: EngineBackend };
  /** Makes networks on it; see StartedBackend. */
  network: MakeNetwork;
}

/**
 * Chooses a backend for an experiment and starts it: what the student forced, or the fastest by a short measurement, or whatever starts.
 * @throws EngineError backend-failed where none does, data-failed where the connection is gone
 */
export async function openBackend(
  experiment: Experiment,
  { wanted, remembered, avoid }: Wish,
  options: StartOptions,
): Promise<OpenBackend> {
  if (wanted !== 'auto' && !isEngineBackend(wanted))
    throw new EngineError('backend-failed', `no backend ${wanted}`);
  // A forced backend is not looked past.
  const webgl = wanted === 'auto' || wanted === 'webgl' || avoid.length > 0 ? lookAtWebgl() : null;
  // Asking for it takes a browser a while: not where nothing depends on the answer.
  const isOpen = wanted === 'auto' && (remembered === null || remembered === 'webgpu');
  const webgpu = isOpen || avoid.length > 0 ? await lookAtWebgpu() : null;
  const kernels = hasSimd();
  const { why, measure, order } = chooseCandidates({ wanted, remembered, avoid, webgl, webgpu, kernels });
  const measured =
    measure.length > 1
      ? await calibrate(experiment, measure, webgl, (name) => startBackend(name, options))
      : [];
  const names = [...new Set([...measured.map((m) => m.backend), ...order])];
  let failure = 'nothing left to try';
  for (const [i, name] of names.entries()) {
    try {
      const { network, ...started } = await startBackend(name, options);
      return { facts: { ...started, why: i === 0 ? why : 'recovered', measured }, network };
    } catch (error) {
      if (error instanceof EngineError && error.code === 'data-failed') throw error;
      failure = `${name}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  throw new EngineError('backend-failed', failure);
}
