import { fetchClothes } from '@/engine/pool/clothes';
import { readPoolAnswer, scorePool, totalAccuracy } from '@/engine/pool/score-pool';
import { poolAnswerSchema } from '@/protocol/pool';
import { POOL } from '@/protocol/pool-rules';
import type { RegisteredChallenge } from './registered-challenge';

/**
 * How lesson 1's challenge is checked for one person alone: by the bundled clothes, on pictures that no training has seen; they are fetched
 * here. In a class the server judges by drawings that were held back from the class's own pool (server/verify/check-by-pictures).
 */
export async function checkByClothes(): Promise<RegisteredChallenge['check']> {
  const heldBack = await fetchClothes('heldBack');
  return (_seed, answer) => {
    const read = poolAnswerSchema.safeParse(answer);
    const network = read.success ? readPoolAnswer(read.data, heldBack.labelCount) : null;
    if (network === null) return null;
    const work = scorePool(network, heldBack);
    let step = work.next();
    while (!step.done) step = work.next();
    const value = totalAccuracy(step.value);
    return {
      part: 'all',
      value,
      shown: { kind: 'share', amount: value, of: null },
      reached: value >= POOL.goal,
    };
  };
}
