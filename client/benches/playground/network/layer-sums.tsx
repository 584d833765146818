'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { type DenseShape, layerSpans } from '@/engine/dense/shape';
import type { PlaygroundLayout } from './playground-layout';

/** Beneath each layer how many weights it has: inputs × units + biases; and all together. */
export function LayerSums({ layout, shape }: { layout: PlaygroundLayout; shape: DenseShape }) {
  const t = useTranslations('playground');
  const numbers = useNumbers();
  const spans = layerSpans(shape);
  const total = spans.reduce((sum, span) => sum + span.count, 0);
  const last = spans.length - 1;
  return (
    <div className="mt-1">
      <div
        aria-hidden="true"
        className="tabular relative h-[2lh] min-h-8 text-[0.6875rem] leading-tight text-ink-soft"
      >
        {spans.map(({ inputs, units, count }, i) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the network is the identity.
            key={i}
            className="absolute top-0 text-center whitespace-nowrap"
            style={
              i === last
                ? { right: 0, textAlign: 'right' }
                : { left: layout.columns[i + 1], transform: 'translateX(-50%)' }
            }
          >
            <span>{`${inputs}×${units}+${units}`}</span>
            <br />
            <b className="text-ink">{`= ${count}`}</b>
          </span>
        ))}
      </div>
      <p className="text-xs text-ink-soft">
        <span aria-hidden="true" className="tabular">
          {t('network.total', { total: numbers.integer(total) })}
        </span>
        <span className="sr-only" data-testid="weight-count" data-count={total}>
          <span>
            {spans
              .map(({ inputs, units, count }, i) =>
                t('network.layerSum', {
                  layer: i === last ? t('network.output') : t('network.layerName', { layer: i + 1 }),
                  inputs,
                  units,
                  count,
                }),
              )
              .join(' ')}
          </span>{' '}
          <span>{t('network.totalSaid', { total: numbers.integer(total) })}</span>
        </span>
      </p>
    </div>
  );
}
