'use client';

import { useTranslations } from 'use-intl';
import { CopyButton } from '@/client/ui/copy-button';
import type { Elements } from '@/client/ui/elements';
import { Notice } from '@/client/ui/notice';
import { QrCode } from '@/client/ui/qr-code';
import { isLoopback, joinAddress, scannedAddress, shortAddress } from './join-address';
import { useBestOrigin } from './use-best-origin';

interface Props {
  code: string;
  /** Addresses under which students reach the server, the best first. */
  origins: readonly string[];
  /** The code itself, as large as its place allows. */
  children: Elements;
}

/** The way into the class: code, link, picture for cameras. */
export function RoomDoor({ code, origins, children }: Props) {
  const t = useTranslations('console.room');
  const origin = useBestOrigin(origins);
  const link = joinAddress(origin, code);
  const host = URL.canParse(origin) ? new URL(origin).hostname : '';
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-8 gap-y-5">
      <div className="min-w-0 flex-1 basis-80">
        {children}
        <p className="mt-4 text-sm text-ink-soft">{t('lead')}</p>
        <p className="mt-2 flex flex-wrap items-center gap-3">
          <span className="min-w-0 break-all text-lg font-semibold select-all" translate="no">
            {shortAddress(link)}
          </span>
          <CopyButton text={link} label={t('copyLink')} size="sm" />
        </p>
        {origins.length > 1 && (
          <p className="mt-2 text-sm text-ink-soft">
            {t('others', { addresses: origins.slice(1).map(shortAddress).join(', ') })}
          </p>
        )}
        {host !== '' && isLoopback(host) && (
          <Notice tone="warn" className="mt-4">
            {t('localhost', { host })}
          </Notice>
        )}
      </div>
      <div className="size-44 shrink-0 sm:size-52">
        {origin !== '' && <QrCode value={scannedAddress(link)} className="size-full border border-line" />}
      </div>
    </div>
  );
}
