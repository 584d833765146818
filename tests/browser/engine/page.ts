import { fromDrawing } from '@/engine/digits/from-drawing';
import { workerPort } from '@/engine/line/worker-port';
import { type ClientEvent, TrainerClient } from '@/engine/worker/trainer-client';

/** What the tests reach from outside. */
declare global {
  interface Window {
    ready: boolean;
    events: ClientEvent[];
    client: TrainerClient;
    fromDrawing: typeof fromDrawing;
    loseContext(): void;
  }
}

let worker: Worker | null = null;
window.events = [];
window.client = new TrainerClient({
  startWorker: () => {
    worker = new Worker('/worker.js', { type: 'module' });
    return workerPort(worker);
  },
});
window.client.subscribe((event) => window.events.push(event));
window.fromDrawing = fromDrawing;
window.loseContext = () => worker?.postMessage('lose-context');
window.ready = true;
