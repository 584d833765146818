import { PatientWorker, type Port } from '@/engine/worker/patient-worker';
import type { ComputeEvent, ComputeOrder } from './messages';

/** The part of a Worker that is used; tests put their own in its place. */
export type ComputePort = Port<ComputeOrder, ComputeEvent>;

/**
 * Measures this device in a worker of its own and tells every event; after 'finished' or 'failed' there are no more.
 * @returns stops it at once
 */
export function measureInWorker(
  order: ComputeOrder,
  onEvent: (event: ComputeEvent) => void,
  startWorker: () => ComputePort = start,
): () => void {
  const worker = startWorker();
  let over = false;
  const end = () => {
    over = true;
    worker.terminate();
  };
  worker.onmessage = ({ data }) => {
    if (over) return;
    if (data.type === 'finished' || data.type === 'failed') end();
    onEvent(data);
  };
  worker.onerror = (event) => {
    if (over) return;
    end();
    onEvent({ type: 'failed', code: 'worker-failed', detail: event.message });
  };
  worker.postMessage(order);
  return end;
}

function start(): ComputePort {
  return new PatientWorker<ComputeOrder, ComputeEvent>(
    () => new Worker(new URL('./compute.worker.ts', import.meta.url), { type: 'module' }),
    true,
  );
}
