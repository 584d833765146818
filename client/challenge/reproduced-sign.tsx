'use client';

import { BadgeCheck, CircleDashed } from 'lucide-react';
import { useTranslations } from 'use-intl';

/** Whether the server could train a network of the board again. */
export function ReproducedSign({ reproduced }: { reproduced: boolean }) {
  const t = useTranslations('challenge');
  const words = t(reproduced ? 'reproduced' : 'notReproducible');
  const Sign = reproduced ? BadgeCheck : CircleDashed;
  return (
    <span role="img" aria-label={words} title={words} className="inline-flex shrink-0">
      <Sign aria-hidden="true" className={reproduced ? 'size-4.5 text-ok' : 'size-4.5 text-ink-soft'} />
    </span>
  );
}
