import { lookAtWebgl, type StartedBackend, startBackend } from '@/engine/backend/start-backend';
import { javascriptRunner } from './javascript-runner';
import { measureTask, type Runner } from './measure';
import type { ComputeEvent, ComputeOrder } from './messages';
import type { BackendPresence, ComputeBackend } from './plan';
import { tfjsRunner } from './tfjs-runner';

/** What is there and what is not, without starting anything. */
export function presentBackends(wanted: readonly ComputeBackend[]): BackendPresence[] {
  return wanted.map((backend): BackendPresence => {
    const none = { backend, absence: null, renderer: null, software: false };
    if (backend === 'webgl') {
      const facts = lookAtWebgl();
      return facts ? { ...none, ...facts } : { ...none, absence: 'not-here' };
    }
    if (backend === 'wasm' && typeof WebAssembly === 'undefined') return { ...none, absence: 'not-here' };
    if (backend === 'webgpu') {
      // tfjs's WebGPU package is not among the product's packages: the row says which of both is missing.
      return { ...none, absence: hasWebgpu() ? 'not-built-in' : 'not-here' };
    }
    return none;
  });
}

function hasWebgpu(): boolean {
  return typeof navigator !== 'undefined' && 'gpu' in navigator && Boolean(navigator.gpu);
}

/**
 * Measures every wanted task on every backend that is there, one after another: two at once would disturb each other. In a
 * worker: a large matrix in plain JavaScript takes a second.
 */
export async function* measureDevice(
  order: ComputeOrder,
  now: () => number,
  onContextLost: () => void,
): AsyncGenerator<ComputeEvent, void> {
  const backends = presentBackends(order.backends);
  yield { type: 'present', backends };
  for (const presence of backends) {
    if (presence.absence) continue;
    const { backend } = presence;
    let runner: Runner = javascriptRunner;
    if (backend !== 'javascript') {
      const started = await startRunner(backend, order.wasmUrl, onContextLost);
      if (!started) {
        presence.absence = 'failed';
        yield { type: 'present', backends };
        continue;
      }
      runner = started;
    }
    for (const task of order.tasks) {
      yield { type: 'measuring', task, backend };
      for await (const figure of measureTask(runner, task, now)) {
        yield 'why' in figure
          ? { type: 'skipped', skipped: figure }
          : { type: 'measured', measurement: figure };
      }
    }
  }
  yield { type: 'finished' };
}

async function startRunner(
  backend: ComputeBackend,
  wasmUrl: string,
  onContextLost: () => void,
): Promise<Runner | null> {
  if (backend !== 'wasm' && backend !== 'webgl') return null;
  try {
    const started: StartedBackend = await startBackend(backend, { wasmUrl, onContextLost });
    return tfjsRunner(started.backend as ComputeBackend);
  } catch {
    return null;
  }
}
