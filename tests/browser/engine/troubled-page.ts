import { workerPort } from '@/engine/line/worker-port';
import { type ClientEvent, TrainerClient } from '@/engine/worker/trainer-client';

declare global {
  interface Window {
    /** Brings the worker that runs now into trouble; one that is started after it is well. */
    trouble(kind: 'starve' | 'tire'): void;
    /** Animation frames that the page has had. */
    framesHad: number;
  }
}

let worker: Worker | null = null;
const events: ClientEvent[] = [];
window.events = events;
window.client = new TrainerClient({
  startWorker: () => {
    worker = new Worker('/worker.js', { type: 'module' });
    return workerPort(worker);
  },
});
window.client.subscribe((event) => events.push(event));
window.trouble = (kind) => worker?.postMessage(kind);
window.framesHad = 0;
const count = () => {
  window.framesHad++;
  requestAnimationFrame(count);
};
count();
window.ready = true;
