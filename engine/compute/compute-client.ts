import type { Port } from '@/base/line/port';
import { askOnce } from '@/engine/line/ask-once';
import { PatientPort } from '@/engine/line/patient-port';
import { workerPort } from '@/engine/line/worker-port';
import { ComputeError, failureOf } from './compute-error';
import type { ComputeEvent, ComputeFailure, ComputeNews, ComputeOrder, ComputeRequests } from './messages';

/**
 * Measures this device in a worker of its own and tells every event; after 'finished' or 'failed' there are no more.
 * @returns stops it at once
 */
export function measureInWorker(
  order: ComputeOrder,
  onEvent: (event: ComputeEvent) => void,
  startWorker: () => Port = start,
): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  const tell = (event: ComputeEvent) => {
    if (!signal.aborted) onEvent(event);
  };
  askOnce<ComputeRequests, ComputeNews, ComputeFailure, 'measure'>(
    startWorker,
    {
      refused: ({ code, detail }) => new ComputeError(code, detail),
      deathOf: ({ message }) => new ComputeError('worker-failed', message),
      onEvent: tell,
    },
    'measure',
    order,
    signal,
  ).then(
    () => tell({ type: 'finished' }),
    (error: unknown) => tell({ type: 'failed', ...failureOf(error) }),
  );
  return () => stopping.abort();
}

function start(): Port {
  return new PatientPort(
    () => workerPort(new Worker(new URL('./compute.worker.ts', import.meta.url), { type: 'module' })),
    true,
  );
}
