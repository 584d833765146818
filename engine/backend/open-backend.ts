import { EngineError } from '@/engine/engine-error';
import type { Backend, Experiment } from '@/protocol/experiment';
import type { BackendFacts } from './backend-facts';
import { calibrate } from './calibrate';
import { chooseCandidates } from './choose-backend';
import { isEngineBackend, lookAtWebgl, type StartOptions, startBackend } from './start-backend';

export interface Wish {
  wanted: Backend | 'auto';
  remembered: Backend | null;
  avoid: readonly Backend[];
}

/**
 * Chooses a backend for an experiment and starts it: what the student forced, or a real graphics card, or the fastest
 * by a short measurement, or whatever starts.
 * @throws EngineError backend-failed where none does, data-failed where the connection is gone
 */
export async function openBackend(
  experiment: Experiment,
  { wanted, remembered, avoid }: Wish,
  options: StartOptions,
): Promise<BackendFacts> {
  if (wanted !== 'auto' && !isEngineBackend(wanted))
    throw new EngineError('backend-failed', `no backend ${wanted}`);
  // A forced backend is not looked past.
  const webgl = wanted === 'auto' || wanted === 'webgl' || avoid.length > 0 ? lookAtWebgl() : null;
  const { why, measure, order } = chooseCandidates({ wanted, remembered, avoid, webgl });
  const measured =
    measure.length > 1 ? await calibrate(experiment, measure, (name) => startBackend(name, options)) : [];
  const names = [...new Set([...measured.map((m) => m.backend), ...order])];
  let failure = 'nothing left to try';
  for (const [i, name] of names.entries()) {
    try {
      const { backend, renderer, software } = await startBackend(name, options);
      return { backend, renderer, software, why: i === 0 ? why : 'recovered', measured };
    } catch (error) {
      if (error instanceof EngineError && error.code === 'data-failed') throw error;
      failure = `${name}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  throw new EngineError('backend-failed', failure);
}
