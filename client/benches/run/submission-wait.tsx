'use client';

import { useTranslations } from 'use-intl';

/** Where a submission stands, in words: on its way, in the line, or at its turn. */
export function SubmissionWait({ before }: { before: number | null }) {
  const t = useTranslations('bench.submission');
  return <span>{before === null ? t('sending') : before === 0 ? t('now') : t('waiting', { before })}</span>;
}
