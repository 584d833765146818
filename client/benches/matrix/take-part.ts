import type { ProductNext, ProductNextAnswer, ProductStanding } from '@/protocol/class-product';
import type { RefusalCode } from '@/protocol/refusals';

/** How a device came out of a round. */
export type PartEnd = 'finished' | 'overtaken' | 'left' | RefusalCode;

interface Means {
  /** Hands rows in and asks for others: the class's server, or this device itself. */
  next(asked: ProductNext): Promise<ProductNextAnswer>;
  /** Calculates a block; its numbers' sum. */
  calculate(block: number): Promise<number>;
  onStanding(standing: ProductStanding): void;
  /** Milliseconds of patience. */
  wait(ms: number): Promise<void>;
  /** Whether somebody has left the round. */
  isLeft(): boolean;
}

/** How long is waited before it is asked again, where there is nothing to do. */
const ASK_AGAIN_MS = 250;

/** Takes part in one round of a product from joining it to its end: calculates whatever it is given, and asks again where it is given nothing. */
export async function takePart({ next, calculate, onStanding, wait, isLeft }: Means): Promise<PartEnd> {
  let asked: ProductNext = { round: null, done: null };
  for (;;) {
    const answer = await next(asked);
    if (isLeft()) return 'left';
    if (!answer.ok) return answer.code;
    if (asked.round !== null && answer.round !== asked.round) return 'overtaken';
    onStanding(answer);
    if (answer.ms !== null) return 'finished';
    const { block, round, startsIn } = answer;
    if (block === null) await wait(startsIn > 0 ? Math.min(startsIn, 4 * ASK_AGAIN_MS) : ASK_AGAIN_MS);
    const done = block === null ? null : { block, sum: await calculate(block) };
    if (isLeft()) return 'left';
    asked = { round, done };
  }
}
