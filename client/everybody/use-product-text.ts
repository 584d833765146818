'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { ProductOnWall } from '@/protocol/class-product';
import { CLASS_PRODUCT } from '@/protocol/product-size';

/** How many blocks are in. @param product null: no round was begun */
export function productCount(product: ProductOnWall | null): { done: number; of: number } {
  const done = product?.blocks.filter((state) => state === 'in').length ?? 0;
  return { done, of: CLASS_PRODUCT.blocks };
}

/** The class's product in words, for console and projector. */
export function useProductText() {
  const t = useTranslations('everybody.product');
  const numbers = useNumbers();
  const count = (done: number, of: number) =>
    t('count', { done: numbers.integer(done), of: numbers.integer(of) });
  return {
    count,
    standing(product: ProductOnWall | null): string {
      if (product === null) return t('none');
      if (product.ms !== null) return t('over', { time: numbers.duration(product.ms) });
      return t(product.startsIn > 0 ? 'gathering' : 'going');
    },
    devices: (product: ProductOnWall | null) => t('devices', { count: product?.devices ?? 0 }),
    picture(product: ProductOnWall | null): string {
      const { done, of } = productCount(product);
      return t('picture', { done, of });
    },
  };
}
