'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { buttonClasses } from './button-classes';
import { DIALOG_BACKDROP } from './dialog-classes';

interface Props {
  open: boolean;
  onClose(): void;
  title: ReactNode;
  children: ReactNode;
}

/** A sheet from the right edge: details beside what they belong to. Escape closes, focus returns. */
export function SideSheet({ open, onClose, title, children }: Props) {
  const t = useTranslations('common');
  return (
    <Base.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Base.Portal>
        <Base.Backdrop className={DIALOG_BACKDROP} />
        <Base.Popup className="fixed inset-y-0 right-0 z-50 flex w-full max-w-xl flex-col overflow-y-auto border-l border-line bg-surface text-ink shadow-popup transition-[translate,opacity] duration-200 ease-settle data-starting-style:translate-x-8 data-starting-style:opacity-0 data-ending-style:translate-x-8 data-ending-style:opacity-0">
          <div className="sticky top-0 z-10 flex items-center gap-3 border-b border-line bg-surface px-4 py-2 sm:px-6">
            <Base.Title className="min-w-0 flex-1 text-lg">{broken(title)}</Base.Title>
            <Base.Close aria-label={t('close')} className={buttonClasses('quiet', 'md', '-mr-2', true)}>
              <X aria-hidden="true" />
            </Base.Close>
          </div>
          <div className="flex flex-col gap-6 p-4 sm:p-6">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
