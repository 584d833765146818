import { lookAtWebgl, startBackend } from '@/engine/backend/start-backend';
import { lookAtWebgpu, openWebgpu } from '@/engine/backend/webgpu-device';
import { javascriptRunner } from './javascript-runner';
import { measureTask, type Runner } from './measure';
import type { ComputeNews, ComputeOrder } from './messages';
import type { BackendPresence, ComputeBackend } from './plan';
import { tfjsRunner } from './tfjs-runner';
import { webgpuRunner } from './webgpu-runner';

/** What is there and what is not, without starting anything. */
export async function presentBackends(wanted: readonly ComputeBackend[]): Promise<BackendPresence[]> {
  return Promise.all(wanted.map(lookAt));
}

async function lookAt(backend: ComputeBackend): Promise<BackendPresence> {
  const none = { backend, absence: null, renderer: null, software: false };
  if (backend === 'javascript') return none;
  if (backend === 'wasm') return typeof WebAssembly === 'undefined' ? { ...none, absence: 'not-here' } : none;
  const facts = backend === 'webgl' ? lookAtWebgl() : await lookAtWebgpu();
  return facts ? { ...none, ...facts } : { ...none, absence: 'not-here' };
}

/**
 * Measures every wanted task on every backend that is there, one after another: two at once would disturb each other. In a
 * worker: a large matrix in plain JavaScript takes a second.
 */
export async function* measureDevice(
  order: ComputeOrder,
  now: () => number,
  onContextLost: () => void,
): AsyncGenerator<ComputeNews, void> {
  const backends = await presentBackends(order.backends);
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
      for await (const figure of measureTask(runner, task, now, undefined, order.sizes)) {
        yield 'why' in figure
          ? { type: 'skipped', skipped: figure }
          : { type: 'measured', measurement: figure };
      }
    }
  }
}

async function startRunner(
  backend: Exclude<ComputeBackend, 'javascript'>,
  wasmUrl: string,
  onContextLost: () => void,
): Promise<Runner | null> {
  try {
    if (backend === 'webgpu') return webgpuRunner((await openWebgpu(onContextLost)).device);
    await startBackend(backend, { wasmUrl, onContextLost });
    return tfjsRunner(backend);
  } catch {
    return null;
  }
}
