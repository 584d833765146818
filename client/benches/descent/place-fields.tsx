'use client';

import { useTranslations } from 'use-intl';
import { ExactNumber } from '@/client/benches/numbers/exact-number';
import { writeFixed } from '@/client/benches/numbers/number-text';
import type { Pair } from '@/engine/landscape/landscapes';

interface Props {
  place: Pair;
  half: number;
  axes?: readonly [string, string];
  held: boolean;
  onChange(place: Pair): void;
}

/** Where the ball starts, as numbers: what a tap on the map does, for the keyboard and to be exact. */
export function PlaceFields({ place, half, axes = ['w₁', 'w₂'], held, onChange }: Props) {
  const t = useTranslations('descent');
  return (
    <div>
      <p className="text-sm font-semibold">{t('start')}</p>
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-2">
        {(['a', 'b'] as const).map((key, i) => (
          <span key={key} className="inline-flex items-center gap-2 text-sm">
            <span aria-hidden="true" translate="no" className="font-display font-semibold">
              {`${axes[i]} =`}
            </span>
            <ExactNumber
              label={t('startOf', { name: axes[i]! })}
              value={place[key]}
              onChange={(value) => onChange({ ...place, [key]: value })}
              least={-half}
              most={half}
              step={0.1}
              write={(value) => writeFixed(value, 2)}
              disabled={held}
            />
          </span>
        ))}
      </div>
    </div>
  );
}
