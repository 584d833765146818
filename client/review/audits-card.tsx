'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { AuditResultView } from '@/client/audit/audit-result';
import { Card } from '@/client/ui/card';
import type { ClassReview } from './review-data';

/** Every time that the class asked what its networks had really learned, as far as it has seen it. */
export function AuditsCard({ audits }: Pick<ClassReview, 'audits'>) {
  const t = useTranslations('audit');
  const format = useFormatter();
  if (audits.length === 0) return null;
  return (
    <Card as="section" title={t('review.title')} data-testid="review-audits">
      <ol className="flex flex-col gap-6">
        {audits.map((audit) => (
          <li key={audit.id} className="flex flex-col gap-2">
            <h3 className="text-sm text-ink-soft">
              {t('review.at', {
                kind: t(`kinds.${audit.kind}`),
                at: format.dateTime(audit.auditedAt, 'moment'),
              })}
            </h3>
            {audit.result && <AuditResultView audit={audit} result={audit.result} />}
          </li>
        ))}
      </ol>
    </Card>
  );
}
