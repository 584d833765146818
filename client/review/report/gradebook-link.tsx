'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { PlainLinkButton } from '@/client/ui/plain-link-button';

/** The gradebook as a file for a spreadsheet, in the page's language; with nicknames where the page shows them. */
export function GradebookLink({ path, named }: { path: string; named: boolean }) {
  const t = useTranslations('report');
  return (
    <span className="no-print">
      <PlainLinkButton
        href={named ? path : `${path}?names=no`}
        download
        icon={<Download aria-hidden="true" />}
      >
        {t('gradebook')}
      </PlainLinkButton>
    </span>
  );
}
