'use client';

import { useTranslations } from 'use-intl';
import type { InputNames } from '@/client/benches/playground/model/input-names';
import { FEATURES, type FeatureId } from '@/engine/points/features';

interface Props {
  names: InputNames;
  used: readonly FeatureId[];
}

/** Which column each input is; those that are switched off are paler. */
export function InputList({ names, used }: Props) {
  const t = useTranslations('playground');
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-xs" data-testid="input-names">
      <span className="font-semibold text-ink-soft">{t('network.inputs')}</span>
      {[...names].map(([feature, name]) => (
        <span
          key={feature}
          translate="no"
          className={used.includes(feature) ? undefined : 'text-ink-soft line-through'}
        >
          <b translate="no" className="font-semibold">
            {FEATURES[feature].formula}
          </b>{' '}
          <span className="inline-block max-w-40 truncate align-bottom" title={name}>
            {name}
          </span>
        </span>
      ))}
    </p>
  );
}
