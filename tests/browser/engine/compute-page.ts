import { measureInWorker } from '@/engine/compute/compute-client';
import type { ComputeEvent } from '@/engine/compute/messages';
import { COMPUTE_BACKENDS, type ComputeTask } from '@/engine/compute/plan';
import { workerPort } from '@/engine/line/worker-port';

declare global {
  interface Window {
    measureDevice(task: ComputeTask, sizes: readonly number[]): Promise<ComputeEvent[]>;
  }
}

/** A measurement in the product's own worker; every event in order. */
window.measureDevice = (task, sizes) =>
  new Promise((resolve) => {
    const events: ComputeEvent[] = [];
    measureInWorker(
      {
        tasks: [task],
        sizes,
        backends: COMPUTE_BACKENDS,
        wasmUrl: new URL('/wasm/', location.href).href,
      },
      (event) => {
        events.push(event);
        if (event.type === 'finished' || event.type === 'failed') resolve(events);
      },
      () => workerPort(new Worker('/worker.js', { type: 'module' })),
    );
  });
window.ready = true;
