'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { PicturesToChoose } from '@/client/benches/digits/digits-place';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { DATASET_IDS } from '@/protocol/datasets';

/** Which pictures the challenge is about. Another choice makes another bench, on which the focus stays where it was. */
export function PicturesChoice({ chosen, choose, justChosen }: PicturesToChoose) {
  const t = useTranslations('bench');
  const say = useTranslations('datasets');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (justChosen) place.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, [justChosen]);
  return (
    <div ref={place}>
      <SegmentedControl
        label={t('challenge.pictures')}
        labelVisible
        value={chosen}
        onChange={choose}
        segments={DATASET_IDS.map((value) => ({ value, label: say(`${value}.name`) }))}
      />
    </div>
  );
}
