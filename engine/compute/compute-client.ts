import { Caller } from '@/base/line/caller';
import type { Port } from '@/base/line/port';
import { PatientPort } from '@/engine/line/patient-port';
import { workerPort } from '@/engine/line/worker-port';
import { ComputeError, failureOf } from './compute-error';
import type { ComputeEvent, ComputeFailure, ComputeNews, ComputeOrder, ComputeRequests } from './messages';

/** A measurement under way. */
export interface Measuring {
  /** Ends it at once; nothing more is told. */
  stop(): void;
  /** It stands after the figure that is being measured, or goes on from there. */
  hold(held: boolean): void;
}

/** Measures this device in a worker of its own and tells every event; after 'finished' or 'failed' there are no more. */
export function measureInWorker(
  order: ComputeOrder,
  onEvent: (event: ComputeEvent) => void,
  startWorker: () => Port = start,
): Measuring {
  let over = false;
  let holding: AbortController | null = null;
  const tell = (event: ComputeEvent) => {
    if (!over) onEvent(event);
  };
  const line = new Caller<ComputeRequests, ComputeNews, ComputeFailure>(startWorker(), {
    refused: ({ code, detail }) => new ComputeError(code, detail),
    deathOf: ({ message }) => new ComputeError('worker-failed', message),
    onEvent: tell,
  });
  const end = () => {
    over = true;
    line.close(new Error('the measurement is over'));
  };
  line
    .ask('measure', order)
    .then(
      () => tell({ type: 'finished' }),
      (error: unknown) => tell({ type: 'failed', ...failureOf(error) }),
    )
    .finally(end);
  return {
    stop: end,
    hold(held) {
      if (held === (holding !== null)) return;
      holding?.abort();
      holding = held ? new AbortController() : null;
      // Asked as long as it is to stand: a worker that is started anew is asked again.
      if (holding) line.ask('hold', null, { signal: holding.signal }).catch(() => {});
    },
  };
}

function start(): Port {
  return new PatientPort(
    () => workerPort(new Worker(new URL('./compute.worker.ts', import.meta.url), { type: 'module' })),
    true,
  );
}
