'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { LinkButton } from '@/client/ui/link-button';
import { Notice } from '@/client/ui/notice';
import type { Keeping } from '@/protocol/retention';

/** Says that a class will be deleted before long, and where it can be taken along; nothing while there is time. */
export function DeletionNotice({ keeping, exportHref }: { keeping: Keeping | null; exportHref: string }) {
  const t = useTranslations('review.kept');
  const format = useFormatter();
  if (!keeping?.soon || keeping.deletedAt === null) return null;
  return (
    <Notice
      tone="warn"
      title={t('soon', { date: format.dateTime(keeping.deletedAt, 'day') })}
      action={
        <LinkButton size="sm" href={exportHref}>
          {t('takeAlong')}
        </LinkButton>
      }
    >
      {t('soonText')}
    </Notice>
  );
}
