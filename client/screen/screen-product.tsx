'use client';

import { useTranslations } from 'use-intl';
import { ProductBands } from '@/client/everybody/product-bands';
import { productCount, useProductText } from '@/client/everybody/use-product-text';
import type { ClassSession } from '@/client/live/class-session';
import { useScreenFrame } from '@/client/live/use-class-session';
import type { ScreenView } from '@/protocol/views';

/** The class's product on the wall, filling up: of nobody which rows are theirs. */
export function ScreenProduct({ session }: { session: ClassSession<ScreenView> }) {
  const t = useTranslations('everybody.product');
  const text = useProductText();
  const product = useScreenFrame(session)?.product ?? null;
  const { done, of } = productCount(product);
  return (
    <section
      aria-label={t('title')}
      data-testid="screen-product"
      data-done={done}
      className="grid min-h-0 flex-1 items-stretch gap-[3vw] lg:grid-cols-[minmax(0,1fr)_auto]"
    >
      <ProductBands product={product} label={text.picture(product)} className="min-h-[50vh]" />
      <div className="flex flex-col justify-center gap-[3vh] lg:max-w-[30vw]">
        <p role="status" className="text-screen font-bold">
          {text.standing(product)}
        </p>
        <p className="tabular font-display text-[clamp(3rem,9vw,11rem)] leading-none font-bold">
          {text.count(done, of)}
        </p>
        <p className="tabular text-screen">{text.devices(product)}</p>
      </div>
    </section>
  );
}
