import { createRandom } from '@/engine/random';
import type { Credentials } from '@/protocol/attach';

/** Of the streams that follow from a class's seed. */
const IDENTITY = 0x1d;

/**
 * Who the n-th simulated student of a class is: the same after a reload. No secret worth the name, and none is needed: there is nobody whose
 * place it would be.
 */
export function identityOf(seed: number, index: number): Credentials {
  const random = createRandom(seed, IDENTITY, index);
  const hex = (bytes: number) =>
    Array.from({ length: bytes }, () => random.int(256).toString(16).padStart(2, '0')).join('');
  return { studentId: hex(16), secret: hex(32) };
}
