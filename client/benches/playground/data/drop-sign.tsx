'use client';

import { FileDown } from 'lucide-react';
import { createPortal } from 'react-dom';
import { useTranslations } from 'use-intl';

/** Over everything while a file is dragged across the page: it may be dropped anywhere. */
export function DropSign() {
  const t = useTranslations('playground');
  return createPortal(
    <div className="pointer-events-none fixed inset-2 z-[60] grid place-items-center rounded-lg border-4 border-dashed border-accent bg-[rgb(12_20_17/0.35)]">
      <p className="flex items-center gap-2 rounded-md bg-surface-raised px-5 py-3 text-lg font-semibold shadow-popup">
        <FileDown aria-hidden="true" className="size-6" />
        {t('own.drop')}
      </p>
    </div>,
    document.body,
  );
}
