'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { WeightCanvas } from '@/client/charts/weight-canvas';
import type { AuditPixels } from '@/protocol/audit-views';
import { textToBytes } from '@/protocol/bytes-text';
import { DATASETS, type DatasetId } from '@/protocol/datasets';
import { useAuditWords } from './audit-words';

interface Props {
  of: AuditPixels;
  dataset: DatasetId;
  /** CSS pixels of a side. */
  size: number;
}

/** What training has moved in one network, pixel by pixel, with a ring round each mark. */
export function MovedPixels({ of: { data, pixels, marks }, dataset, size }: Props) {
  const t = useTranslations('audit.pixels');
  const words = useAuditWords();
  const { side, labels } = DATASETS[dataset];
  const values = useMemo(() => Float32Array.from(textToBytes(pixels) ?? []), [pixels]);
  const cell = size / side;
  return (
    <div
      className="relative"
      style={{ width: size, height: size }}
      data-testid="moved-pixels"
      data-marks={marks?.length ?? 0}
    >
      <WeightCanvas
        values={values}
        side={side}
        largest={255}
        size={size}
        label={t('says', { group: words.group({ data }), marks: marks?.length ?? 0 })}
      />
      {marks?.map(([corner, ...rest], label) => {
        // Half a pixel of room round it.
        const wide = (Math.sqrt(rest.length + 1) + 1) * cell + 4;
        return (
          <span
            key={labels[label]}
            aria-hidden="true"
            className="pointer-events-none absolute rounded-full border-2 border-accent"
            style={{
              width: wide,
              height: wide,
              left: ((corner! % side) - 0.5) * cell - 2,
              top: (Math.floor(corner! / side) - 0.5) * cell - 2,
            }}
          />
        );
      })}
    </div>
  );
}
