/// <reference lib="webworker" />
import { measureDevice } from './measure-device';
import type { ComputeEvent, ComputeOrder } from './messages';

/** The worker of the GPU lesson: takes one order, tells every figure as it comes. */
declare const self: DedicatedWorkerGlobalScope;

const tell = (event: ComputeEvent) => self.postMessage(event);

self.onmessage = async ({ data }: MessageEvent<ComputeOrder>) => {
  const onContextLost = () => tell({ type: 'failed', code: 'context-lost', detail: '' });
  try {
    for await (const event of measureDevice(data, () => performance.now(), onContextLost)) tell(event);
  } catch (error) {
    tell({ type: 'failed', code: 'worker-failed', detail: String(error) });
  }
};
self.postMessage({ type: 'listening' });
