'use client';

import { Check, Ellipsis, Minus } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { ProductBands } from '@/client/everybody/product-bands';
import { productCount, useProductText } from '@/client/everybody/use-product-text';
import { Card } from '@/client/ui/card';
import type { BlockState } from '@/protocol/class-product';
import { BLOCK_ROWS } from '@/protocol/product-size';
import type { TeacherView } from '@/protocol/views';
import { useConsole } from './console-context';
import { useTelemetryTick } from './use-telemetry-tick';

/** Milliseconds between two drawings. */
const TICK_MS = 500;

const SIGNS: Readonly<Record<BlockState, typeof Check>> = { open: Minus, given: Ellipsis, in: Check };

/** The product that the class's devices calculate together: who has which rows, and which are in. */
export function ProductCard({ roster }: Pick<TeacherView, 'roster'>) {
  const t = useTranslations('everybody.product');
  const text = useProductText();
  const { session } = useConsole();
  useTelemetryTick(TICK_MS);
  const names = useMemo(() => new Map(roster.map(({ id, nickname }) => [id, nickname])), [roster]);
  const product = session.telemetry.product();
  const { done, of } = productCount(product);
  return (
    <Card as="section" title={t('title')} data-testid="product-card" data-done={done}>
      <p role="status" className="text-sm font-semibold">
        {text.standing(product)}
      </p>
      {product && (
        <>
          <p className="tabular flex flex-wrap gap-x-3 text-sm text-ink-soft">
            <span>{t('blocks', { done, of })}</span>
            <span>{text.devices(product)}</span>
          </p>
          <div className="mt-2 grid grid-cols-[1.5rem_minmax(0,1fr)] gap-3">
            <ProductBands product={product} label={text.picture(product)} />
            <ol aria-label={t('rows')} className="text-xs">
              {product.blocks.map((state, block) => {
                const owner = product.by[block] ?? null;
                const name = owner === null ? null : (names.get(product.joined[owner] ?? '') ?? null);
                const Sign = SIGNS[state];
                return (
                  <li
                    // biome-ignore lint/suspicious/noArrayIndexKey: blocks never move.
                    key={block}
                    data-block={state}
                    className="flex h-5 items-center gap-1.5"
                  >
                    <span className="tabular w-16 shrink-0 text-ink-soft">
                      {t('range', { first: block * BLOCK_ROWS + 1, last: (block + 1) * BLOCK_ROWS })}
                    </span>
                    <Sign
                      aria-hidden="true"
                      className={state === 'in' ? 'size-3.5 text-ok' : 'size-3.5 text-ink-soft'}
                      strokeWidth={3}
                    />
                    <span className="sr-only">{t(`state.${state}`)}</span>
                    <span translate="no" className="truncate font-semibold">
                      {name}
                    </span>
                  </li>
                );
              })}
            </ol>
          </div>
        </>
      )}
    </Card>
  );
}
