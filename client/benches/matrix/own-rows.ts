import type { ProductStanding } from '@/protocol/class-product';
import { CLASS_PRODUCT } from '@/protocol/product-size';

interface Means {
  /** One calculator each: a block's sum. */
  workers: readonly ((block: number) => Promise<number>)[];
  onStanding(standing: ProductStanding): void;
  now(): number;
  isLeft(): boolean;
}

/**
 * All blocks on this device: by one worker one after another, or by several that each take the next. Whose a block is: the first worker's
 * own, others' another's.
 * @returns milliseconds; null: it was left
 */
export async function ownRows({ workers, onStanding, now, isLeft }: Means): Promise<number | null> {
  const owners: ProductStanding['owners'][number][] = new Array(CLASS_PRODUCT.blocks).fill('nobody');
  const startedAt = now();
  const tell = (ms: number | null) =>
    onStanding({ round: 1, startsIn: 0, devices: workers.length, owners: [...owners], ms });
  let next = 0;
  await Promise.all(
    workers.map(async (calculate, worker) => {
      while (next < CLASS_PRODUCT.blocks && !isLeft()) {
        const block = next++;
        await calculate(block);
        owners[block] = worker === 0 ? 'own' : 'other';
        tell(null);
      }
    }),
  );
  if (isLeft()) return null;
  const ms = now() - startedAt;
  tell(ms);
  return ms;
}
