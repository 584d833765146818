'use client';

import { FileDown } from 'lucide-react';
import { useTranslations } from 'use-intl';

/** Over everything, an open dialog too, while a file is dragged across the page: it may be dropped anywhere. */
export function DropSign() {
  const t = useTranslations('playground');
  return (
    <div
      popover="manual"
      // Browsers without popovers show it in its place.
      ref={(sign) => {
        if (sign && 'showPopover' in sign && sign.isConnected) sign.showPopover();
      }}
      className="pointer-events-none fixed inset-2 z-[60] m-0 h-auto w-auto place-items-center rounded-lg border-4 border-dashed border-accent bg-[rgb(12_20_17/0.35)] open:grid"
    >
      <p className="flex items-center gap-2 rounded-md bg-surface-raised px-5 py-3 text-lg font-semibold text-ink shadow-popup">
        <FileDown aria-hidden="true" className="size-6" />
        <span>{t('own.drop')}</span>
      </p>
    </div>
  );
}
