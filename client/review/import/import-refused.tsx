'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { Notice } from '@/client/ui/notice';
import type { ImportRefusal } from '@/protocol/class-import';

/** Why a file is not imported, where in it that was seen, and the way to the class where it is here already. */
export function ImportRefused({ refusal }: { refusal: ImportRefusal | 'offline' }) {
  const t = useTranslations('review.import');
  const errors = useTranslations('errors');
  const refusalText = useRefusalText();
  if (refusal === 'offline') return <Notice tone="error">{errors('offline')}</Notice>;
  const { code, where, classId } = refusal;
  return (
    <Notice tone="error" title={refusalText(code)}>
      {where && (
        <span>
          {where.kind === null
            ? t('where', { line: where.line })
            : t('whereKind', { line: where.line, kind: t(`kinds.${where.kind}`) })}
        </span>
      )}
      {classId !== undefined && (
        <Link href={`/review/${classId}`} className="font-semibold text-ink underline">
          {t('openHere')}
        </Link>
      )}
    </Notice>
  );
}
