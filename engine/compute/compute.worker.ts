import { Responder } from '@/base/line/responder';
import { pagePort } from '@/engine/line/page-port';
import { computeAnswers } from './compute-answers';
import { failureOf } from './compute-error';
import { measureDevice } from './measure-device';
import type { ComputeFailure, ComputeNews, ComputeRequests } from './messages';

/** The worker of the GPU lesson: takes one order, tells every figure as it comes. */
const line = new Responder<ComputeRequests, ComputeNews, ComputeFailure>(pagePort(), {
  refusalOf: failureOf,
});

line.serve(
  computeAnswers(
    (order, onContextLost) => measureDevice(order, () => performance.now(), onContextLost),
    (news) => line.tell(news),
  ),
);
