'use client';

import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { ReportStudent } from '@/protocol/report';

/** Names in a sentence: more are counted, so that the sheet stays one. */
const MOST_NAMES = 6;

/** Names students in the page's language: “Mia, Ken and Yui”, at most six of them. */
export function useNameList(
  students: readonly Pick<ReportStudent, 'id' | 'nickname'>[],
): (ids: readonly string[]) => string {
  const language = useLocale();
  const t = useTranslations('report');
  return useMemo(() => {
    const nameOf = new Map(students.map(({ id, nickname }) => [id, nickname]));
    const list = new Intl.ListFormat(language, { type: 'conjunction' });
    return (ids) => {
      const named = ids.slice(0, MOST_NAMES).map((id) => nameOf.get(id) ?? '–');
      const more = ids.length - named.length;
      return list.format(more > 0 ? [...named, t('more', { count: more })] : named);
    };
  }, [students, language, t]);
}
