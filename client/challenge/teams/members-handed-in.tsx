'use client';

import { useTranslations } from 'use-intl';

/** How many of a team have handed in: nobody is counted silently. */
export function MembersHandedIn({ count, size }: { count: number; size: number }) {
  const t = useTranslations('challenge.teams');
  const words = t('handedInWords', { count, size });
  return (
    <span role="img" aria-label={words} title={words} className="whitespace-nowrap">
      {t('of', { count, size })}
    </span>
  );
}
