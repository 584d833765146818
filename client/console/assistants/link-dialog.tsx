'use client';

import { useTranslations } from 'use-intl';
import { isLoopback, scannedAddress } from '@/client/console/join-address';
import { useBestOrigin } from '@/client/console/use-best-origin';
import { CopyButton } from '@/client/ui/copy-button';
import { Dialog } from '@/client/ui/dialog';
import { Notice } from '@/client/ui/notice';
import { QrCode } from '@/client/ui/qr-code';
import type { AssistantRole } from '@/protocol/assistants';

interface Props {
  /** Null: closed. `own`: for the phone of whoever made it. */
  made: { path: string; role: AssistantRole; own: boolean } | null;
  origins: readonly string[];
  onClose(): void;
}

/** A link that was just made: the only time that it is shown. */
export function LinkDialog({ made, origins, onClose }: Props) {
  const t = useTranslations('console.assistants');
  const room = useTranslations('console.room');
  const origin = useBestOrigin(origins);
  const link = made === null ? '' : `${origin.replace(/\/+$/, '')}${made.path}`;
  const host = URL.canParse(origin) ? new URL(origin).hostname : '';
  return (
    <Dialog
      open={made !== null}
      onOpenChange={(open) => open || onClose()}
      title={t(made?.own ? 'phoneTitle' : 'madeTitle')}
      description={made === null ? undefined : t(made.own ? 'phoneText' : `roleText.${made.role}`)}
    >
      {made !== null && (
        <div className="flex flex-col items-center gap-4">
          <QrCode value={scannedAddress(link)} className="size-64 border border-line" />
          <p
            translate="no"
            data-testid="assistant-link"
            className="w-full text-center text-sm break-all select-all"
          >
            {link}
          </p>
          <CopyButton text={link} label={room('copyLink')} />
          <p className="text-center text-sm text-ink-soft">{t('once')}</p>
          {made.role === 'lead' && <Notice tone="warn">{t('secret')}</Notice>}
          {host !== '' && isLoopback(host) && <Notice tone="warn">{room('localhost', { host })}</Notice>}
        </div>
      )}
    </Dialog>
  );
}
