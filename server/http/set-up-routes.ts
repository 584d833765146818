import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { mayHaveWeights, weightsInUse } from '@/classroom/set-ups';
import { readFloats } from '@/engine/verify/check-weights';
import { handedWeightsAddress } from '@/protocol/handed-weights';
import { handedWeightsPath, type WeightsBrought } from '@/protocol/handed-weights-paths';
import { LIMITS } from '@/protocol/limits';
import { type Answer, refuse } from '@/protocol/refusals';
import type { EventParts } from '@/server/live/event';
import type { LiveClass } from '@/server/live/live-class';
import { FAULT_CODES } from '@/server/verify/submission-line';
import { leaderOf } from './leader-of';
import { byCode, openRoute, type RouteAnswer, studentRoute } from './route';
import { readWeightsBody, sendWeights } from './weights-body';

/** Weights that go along with a set-up: see protocol/set-up. */

/** What they are called by says what they are. */
const KEPT_BY_DIGEST = { 'cache-control': 'private, max-age=3600, immutable', vary: 'authorization' };

export const bringWeightsRoute = openRoute({
  method: 'POST',
  path: handedWeightsPath(':code'),
  params: byCode,
  handle: async ({ parts, request }, { code }) => {
    const leader = await leaderOf(parts, request, code, 'lead');
    return leader.ok ? takeIn(parts, request, leader.live) : leader;
  },
});

export const handedWeightsRoute = studentRoute({
  method: 'GET',
  path: handedWeightsPath(':code', ':digest'),
  params: handedWeightsAddress,
  handle: async (
    { parts, live, student: { id, membership }, response },
    { digest },
  ): Promise<RouteAnswer> => {
    if (membership !== 'in') return refuse('student-removed');
    if (!mayHaveWeights(live.state(), id, digest)) return refuse('unknown-set-up');
    const weights = await newestOf(parts, live, digest);
    return weights === null ? refuse('unknown-set-up') : sendWeights(response, weights, KEPT_BY_DIGEST);
  },
});

/** What a class was handed last: all of it asks at the same moment. */
const newest = new WeakMap<LiveClass, { digest: string; weights: Promise<Uint8Array | null> }>();

function newestOf({ store }: EventParts, live: LiveClass, digest: string): Promise<Uint8Array | null> {
  const known = newest.get(live);
  if (known?.digest === digest) return known.weights;
  const weights = store.readHandedWeights(live.id, digest);
  newest.set(live, { digest, weights });
  const forget = () => void (newest.get(live)?.weights === weights && newest.delete(live));
  weights.then((found) => found ?? forget(), forget);
  return weights;
}

async function takeIn(
  parts: EventParts,
  request: IncomingMessage,
  live: LiveClass,
): Promise<Answer<WeightsBrought>> {
  if (live.state().phase !== 'live')
    return refuse(live.state().phase === 'ended' ? 'class-ended' : 'wrong-phase');
  const bytes = Number(request.headers['content-length']);
  if (!Number.isInteger(bytes) || bytes <= 0 || bytes % 4 !== 0) return refuse('weights-wrong-length');
  if (bytes > LIMITS.uploadBytes) return refuse('upload-too-large');
  // Whoever leads the class counts as one: they are few, and together bring no more than one student may.
  const taken = await parts.checkpoints.take({ classId: live.id, studentId: 'console', bytes }, () =>
    keep(parts, request, live, bytes),
  );
  return taken ?? refuse('rate-limited');
}

async function keep(
  { store }: EventParts,
  request: IncomingMessage,
  live: LiveClass,
  bytes: number,
): Promise<Answer<WeightsBrought>> {
  const body = await readWeightsBody(request, bytes);
  if (!body.ok) return body;
  const { weights } = body;
  const read = readFloats(weights, bytes / 4);
  if (typeof read === 'string') return refuse(FAULT_CODES[read]);
  const digest = createHash('sha256').update(weights).digest('hex');
  await store.keepHandedWeights(
    { classId: live.id, digest, weights },
    weightsInUse(live.state()),
    live.now(),
  );
  return { ok: true, digest };
}
