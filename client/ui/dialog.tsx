'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { buttonClasses } from './button-classes';
import { classNames } from './class-names';
import { DIALOG_BACKDROP, DIALOG_POPUP } from './dialog-classes';

export interface DialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the foot, the main one last. */
  actions?: ReactNode;
  /** `md` 32 rem, `lg` 48 rem, `xl` 68 rem. */
  size?: 'md' | 'lg' | 'xl';
}

const WIDTHS = { md: 'max-w-lg', lg: 'max-w-3xl', xl: 'max-w-[68rem]' };

/** Something to settle before going on. Focus moves in, Escape closes, focus returns. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  actions,
  size = 'md',
}: DialogProps) {
  const t = useTranslations('common');
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={DIALOG_BACKDROP} />
        <Base.Popup className={classNames(DIALOG_POPUP, WIDTHS[size])}>
          <div className="flex items-start justify-between gap-4">
            <Base.Title className="pt-1 text-xl">{title}</Base.Title>
            <Base.Close aria-label={t('close')} className={buttonClasses('quiet', 'md', '-mt-1 -mr-2', true)}>
              <X aria-hidden="true" />
            </Base.Close>
          </div>
          {description !== undefined && (
            <Base.Description className="mt-1 text-ink-soft">{description}</Base.Description>
          )}
          {children !== undefined && <div className="mt-4">{children}</div>}
          {actions !== undefined && <div className="mt-6 flex flex-wrap justify-end gap-3">{actions}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
