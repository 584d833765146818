import { measureInWorker } from '@/engine/compute/compute-client';
import type { ComputeEvent } from '@/engine/compute/messages';
import { COMPUTE_BACKENDS, type ComputeTask } from '@/engine/compute/plan';
import { workerPort } from '@/engine/line/worker-port';

declare global {
  interface Window {
    measureDevice(tasks: readonly ComputeTask[]): Promise<ComputeEvent[]>;
  }
}

/** The whole measurement in the product's own worker; every event in order. */
window.measureDevice = (tasks) =>
  new Promise((resolve) => {
    const events: ComputeEvent[] = [];
    measureInWorker(
      { tasks, backends: COMPUTE_BACKENDS, wasmUrl: new URL('/wasm/', location.href).href },
      (event) => {
        events.push(event);
        if (event.type === 'finished' || event.type === 'failed') resolve(events);
      },
      () => workerPort(new Worker('/worker.js', { type: 'module' })),
    );
  });
window.ready = true;
