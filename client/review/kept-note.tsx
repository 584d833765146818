'use client';

import { useTranslations } from 'use-intl';
import { Notice } from '@/client/ui/notice';

/** Says what is kept of students, and for how long. */
export function KeptNote() {
  const t = useTranslations('review.kept');
  return <Notice title={t('title')}>{t('text')}</Notice>;
}
