'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ComponentProps, type ReactNode, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
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
  /** `md` 32 rem, `lg` 48 rem, `xl` 68 rem, `full` the whole window. */
  size?: 'md' | 'lg' | 'xl' | 'full';
  /** What Escape does in place of closing. */
  onEscape?: (() => void) | undefined;
}

const WIDTHS = {
  md: 'max-w-lg',
  lg: 'max-w-3xl',
  xl: 'max-w-[68rem]',
  full: 'min-h-[calc(100dvh-2rem)]',
};

/**
 * Something to settle before going on. Focus moves in, Escape closes, focus returns. Where it is to begin elsewhere than at the first control,
 * that one bears `data-first-focus`: with `autoFocus` it would be there before the dialog knows where to return to.
 */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  actions,
  size = 'md',
  onEscape,
}: DialogProps) {
  const t = useTranslations('common');
  const popup = useRef<HTMLDivElement>(null);
  const change: ComponentProps<typeof Base.Root>['onOpenChange'] = (next, { reason }) =>
    reason === 'escape-key' && onEscape ? onEscape() : onOpenChange(next);
  return (
    <Base.Root open={open} onOpenChange={change}>
      <Base.Portal>
        <Base.Backdrop className={DIALOG_BACKDROP} />
        <Base.Popup
          ref={popup}
          initialFocus={() => popup.current?.querySelector<HTMLElement>('[data-first-focus]') ?? true}
          className={classNames(DIALOG_POPUP, WIDTHS[size])}
        >
          <div className="flex items-start justify-between gap-4">
            <Base.Title className="pt-1 text-xl">{broken(title)}</Base.Title>
            <Base.Close aria-label={t('close')} className={buttonClasses('quiet', 'md', '-mt-1 -mr-2', true)}>
              <X aria-hidden="true" />
            </Base.Close>
          </div>
          {description !== undefined && (
            <Base.Description className="mt-1 text-ink-soft">{broken(description)}</Base.Description>
          )}
          {children !== undefined && <div className="mt-4">{children}</div>}
          {actions !== undefined && <div className="mt-6 flex flex-wrap justify-end gap-3">{actions}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
