import type { PoolPictures } from '@/engine/pool/pool-pictures';
import { readPoolAnswer, scorePool, totalAccuracy } from '@/engine/pool/score-pool';
import { poolAnswerSchema } from '@/protocol/pool';
import { POOL } from '@/protocol/pool-rules';
import { type Refusal, refuse } from '@/protocol/refusals';
import type { Checked } from './challenge-checker';

/**
 * Rebuilds a handed-in network and counts its right answers on pictures that no browser was given. The largest network needs about 30 ms
 * for 1,200 of them.
 * @param answer as it came over the wire: read strictly here
 */
export function checkByPictures({
  answer,
  pictures,
}: {
  answer: unknown;
  pictures: PoolPictures;
}): Checked | Refusal {
  const read = poolAnswerSchema.safeParse(answer);
  if (!read.success) return refuse('bad-request');
  const network = readPoolAnswer(read.data, pictures.labelCount);
  if (network === null) return refuse('weights-wrong-length');
  const work = scorePool(network, pictures);
  let step = work.next();
  while (!step.done) step = work.next();
  const perLabel = step.value;
  const value = totalAccuracy(perLabel);
  return {
    ok: true,
    parts: 1,
    perLabel,
    result: {
      part: 'all',
      value,
      shown: { kind: 'share', amount: value, of: null },
      reached: value >= POOL.goal,
    },
  };
}
