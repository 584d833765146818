'use client';

import { useTranslations } from 'use-intl';
import { WeightCanvas } from '@/client/charts/weight-canvas';
import type { FirstLayer } from '@/engine/worker/messages';

/** What each unit of the first layer looks for, as a picture of its weights. */
export function FirstLayerPictures({ layer }: { layer: FirstLayer }) {
  const t = useTranslations('bench');
  const area = layer.size * layer.size;
  return (
    <div>
      <h3 className="text-sm">
        <span>{t('report.firstLayer')}</span>{' '}
        {layer.count < layer.of && (
          <span className="tabular font-normal text-ink-soft">
            {t('report.firstLayerCount', { count: layer.count, of: layer.of })}
          </span>
        )}
      </h3>
      <p className="text-sm text-ink-soft">{t('report.firstLayerHint')}</p>
      <ul className="mt-2 flex flex-wrap gap-2">
        {Array.from({ length: layer.count }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the unit's number is its identity.
          <li key={index}>
            <WeightCanvas
              values={layer.values.subarray(index * area, (index + 1) * area)}
              side={layer.size}
              largest={layer.largest}
              size={layer.kind === 'dense' ? 56 : 48}
              label={t(layer.kind === 'dense' ? 'report.unit' : 'report.filter', {
                number: index + 1,
                size: layer.size,
                inputs: area,
              })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
