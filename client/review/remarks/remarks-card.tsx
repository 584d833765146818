'use client';

import { useTranslations } from 'use-intl';
import { Card } from '@/client/ui/card';
import { REMARK_KINDS, type Remark } from '@/protocol/remarks';
import { RemarkForm } from './remark-form';

interface Props {
  classId: string;
  runId: string;
  remarks: readonly Remark[];
}

/** What the teacher notes about a run, and what its student is to read. */
export function RemarksCard({ classId, runId, remarks }: Props) {
  const t = useTranslations('review.remarks');
  return (
    <Card as="section" title={t('title')}>
      <div className="grid gap-x-6 gap-y-5 md:grid-cols-2">
        {REMARK_KINDS.map((kind) => (
          <RemarkForm
            key={kind}
            classId={classId}
            runId={runId}
            kind={kind}
            first={remarks.find((remark) => remark.kind === kind) ?? null}
          />
        ))}
      </div>
    </Card>
  );
}
