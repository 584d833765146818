import { PatientWorker, type Port } from '@/engine/worker/patient-worker';
import type { CheckQuestion, CheckReply } from './check-messages';

/** The part of a Worker that is used; tests put their own in its place. */
export type CheckPort = Port<CheckQuestion, CheckReply>;

/**
 * Has a worker of its own check an answer, or tell the parts: checking may take longer than a frame. Rejects where the worker does
 * not start or the check fails.
 */
export function askChecker(
  question: CheckQuestion,
  startWorker: () => CheckPort = start,
): Promise<Extract<CheckReply, { ok: true }>> {
  return new Promise((resolve, reject) => {
    const worker = startWorker();
    worker.onmessage = ({ data }) => {
      worker.terminate();
      if (data.ok) resolve(data);
      else reject(new Error(data.detail));
    };
    worker.onerror = (event) => {
      worker.terminate();
      reject(new Error(event.message || 'the worker did not start'));
    };
    worker.postMessage(question);
  });
}

function start(): CheckPort {
  return new PatientWorker<CheckQuestion, CheckReply>(
    () => new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module', name: 'check' }),
    true,
  );
}
