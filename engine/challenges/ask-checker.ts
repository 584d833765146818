import type { Port } from '@/base/line/port';
import { askOnce } from '@/engine/line/ask-once';
import { PatientPort } from '@/engine/line/patient-port';
import { workerPort } from '@/engine/line/worker-port';
import type { CheckQuestion, CheckReply, CheckRequests } from './check-messages';

/**
 * Has a worker of its own check an answer, or tell the parts: checking may take longer than a frame. Rejects where the worker does
 * not start or the check fails.
 * @param signal gives the question up: nobody waits for the answer any more
 */
export function askChecker(
  question: CheckQuestion,
  { signal, startWorker = start }: { signal?: AbortSignal; startWorker?: () => Port } = {},
): Promise<CheckReply> {
  const refused = (detail: string) => new Error(detail);
  return askOnce<CheckRequests, never, string, 'check'>(startWorker, { refused }, 'check', question, signal);
}

function start(): Port {
  return new PatientPort(
    () =>
      workerPort(
        new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module', name: 'check' }),
      ),
    true,
  );
}
