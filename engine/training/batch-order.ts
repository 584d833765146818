import { createRandom, STREAMS } from '@/engine/random';
import type { Experiment } from '@/protocol/experiment';

type Order = Pick<Experiment, 'seed' | 'examples'>;

/**
 * Which pictures a training uses, in the order of its first epoch: a seeded shuffle within each served file, file after
 * file, cut after `examples`. So a training can begin on the first file while the others are still on their way, and
 * still uses the same pictures in the same order on every device.
 * @param blocks how many pictures each file brings
 */
export function chosenExamples({ seed, examples }: Order, blocks: readonly number[]): Uint32Array {
  const chosen: number[] = [];
  let start = 0;
  blocks.forEach((size, block) => {
    const from = start;
    const indices = createRandom(seed, STREAMS.examples, block).shuffle(
      Array.from({ length: size }, (_, i) => from + i),
    );
    for (const index of indices) if (chosen.length < examples) chosen.push(index);
    start += size;
  });
  return Uint32Array.from(chosen);
}

/** The order of the chosen pictures in an epoch (from 0), a function of seed and epoch alone: going on at step N replays nothing. */
export function epochOrder(order: Order, epoch: number, blocks: readonly number[]): Uint32Array {
  const chosen = chosenExamples(order, blocks);
  return epoch === 0 ? chosen : createRandom(order.seed, STREAMS.order, epoch).shuffle(chosen);
}
