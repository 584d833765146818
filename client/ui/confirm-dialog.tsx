'use client';

import { AlertDialog } from '@base-ui/react/alert-dialog';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { Button } from './button';
import { classNames } from './class-names';
import { DIALOG_BACKDROP, DIALOG_POPUP } from './dialog-classes';

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** A question: “End the class?” */
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  description: ReactNode;
  /** A verb: “End class”. */
  confirmLabel: string;
  /** Something is lost: red. */
  danger?: boolean;
  /** Another way to do it, which loses less; stands before the usual one. */
  other?: { label: string; onConfirm(): void | Promise<void> } | undefined;
  /** May take its time: the button is busy until it settles; the dialog closes when it succeeds. */
  onConfirm(): void | Promise<void>;
}

/** Asks before something that cannot be undone. Cancel has the focus. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  description,
  confirmLabel,
  danger = false,
  other,
  onConfirm,
}: ConfirmDialogProps) {
  const t = useTranslations('common');
  const [busy, setBusy] = useState(false);
  const confirm = async (deed: () => void | Promise<void>) => {
    setBusy(true);
    try {
      await deed();
      onOpenChange(false);
    } finally {
      setBusy(false);
    }
  };
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={DIALOG_BACKDROP} />
        <AlertDialog.Popup className={classNames(DIALOG_POPUP, 'max-w-md')}>
          <AlertDialog.Title className="text-xl">{broken(title)}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-ink-soft">
            {broken(description)}
          </AlertDialog.Description>
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <Button onClick={() => onOpenChange(false)}>{t('cancel')}</Button>
            {other && (
              <Button busy={busy} onClick={() => confirm(other.onConfirm)}>
                {other.label}
              </Button>
            )}
            <Button look={danger ? 'danger' : 'primary'} busy={busy} onClick={() => confirm(onConfirm)}>
              {confirmLabel}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
