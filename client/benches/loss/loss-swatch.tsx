'use client';

import { useTranslations } from 'use-intl';
import type { LossChoice } from '@/protocol/challenges/loss';
import { LOSS_LOOKS } from './loss-colours';

/** A loss’s name with its line, as it is drawn in the pictures. */
export function LossSwatch({ loss }: { loss: LossChoice }) {
  const t = useTranslations('loss');
  const { colour, dash } = LOSS_LOOKS[loss];
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 [word-break:keep-all]">
      <svg viewBox="0 0 28 10" aria-hidden="true" className="h-2.5 w-7 shrink-0">
        <path d="M1 5H27" stroke={colour} strokeWidth="3.5" strokeDasharray={dash} />
      </svg>
      <span>{t(`name.${loss}`)}</span>
    </span>
  );
}
