import { classNames } from '@/client/ui/class-names';
import type { BlockState, ProductOnWall } from '@/protocol/class-product';
import { CLASS_PRODUCT } from '@/protocol/product-size';

const LOOKS: Readonly<Record<BlockState, string>> = {
  open: 'border-line bg-surface-sunken',
  // Told apart by its stripes as well as by its colour.
  given: 'border-series-1 bg-[repeating-linear-gradient(45deg,var(--series-1)_0_4px,transparent_4px_9px)]',
  in: 'border-accent bg-accent',
};

const NONE: readonly BlockState[] = new Array<BlockState>(CLASS_PRODUCT.blocks).fill('open');

interface Props {
  /** Null: no round was begun. */
  product: ProductOnWall | null;
  /** Read out. */
  label: string;
  className?: string;
}

/** The class's product from top to bottom: a band a block of rows, striped while somebody calculates it, filled once its numbers are in. */
export function ProductBands({ product, label, className }: Props) {
  return (
    <div role="img" aria-label={label} className={classNames('flex flex-col gap-[2px]', className)}>
      {(product?.blocks ?? NONE).map((state, block) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks never move.
          key={block}
          data-block={state}
          className={classNames('min-h-1.5 flex-1 rounded-[2px] border', LOOKS[state])}
        />
      ))}
    </div>
  );
}
