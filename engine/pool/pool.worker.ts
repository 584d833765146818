import { Responder } from '@/base/line/responder';
import { soon } from '@/base/soon';
import { pagePort } from '@/engine/line/page-port';
import type { PoolRequests, PoolTrainingErrorCode, PoolTrainingEvent } from './messages';
import { PoolSession, poolRefusalOf } from './pool-session';

/** The worker that learns from a pool: gives the session a clock and a way to the page. */
const line = new Responder<PoolRequests, PoolTrainingEvent, PoolTrainingErrorCode>(pagePort(), {
  refusalOf: poolRefusalOf,
});
line.serve(new PoolSession({ tell: line.tell, now: () => performance.now(), soon }).answers);
