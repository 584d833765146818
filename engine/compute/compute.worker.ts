import { Responder } from '@/base/line/responder';
import { pagePort } from '@/engine/line/page-port';
import { ComputeError, failureOf } from './compute-error';
import { measureDevice } from './measure-device';
import type { ComputeFailure, ComputeNews, ComputeOrder, ComputeRequests } from './messages';

/** The worker of the GPU lesson: takes one order, tells every figure as it comes. */
const line = new Responder<ComputeRequests, ComputeNews, ComputeFailure>(pagePort(), {
  refusalOf: failureOf,
});

async function measure(order: ComputeOrder, onContextLost: () => void): Promise<null> {
  for await (const news of measureDevice(order, () => performance.now(), onContextLost)) line.tell(news);
  return null;
}

line.serve({
  measure: (order) =>
    new Promise((resolve, reject) => {
      // What waits for a lost card waits for ever.
      const onContextLost = () => reject(new ComputeError('context-lost', ''));
      measure(order, onContextLost).then(resolve, reject);
    }),
});
