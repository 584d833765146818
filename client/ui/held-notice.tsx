'use client';

import { useTranslations } from 'use-intl';
import { Notice } from '@/client/ui/notice';

/** Why something does not come, and that nobody need do anything. */
export default function HeldNotice() {
  const t = useTranslations('errors.held');
  return (
    <div className="page-width pt-3" data-testid="held-back">
      <Notice tone="warn" title={t('title')} announce>
        {t('text')}
      </Notice>
    </div>
  );
}
