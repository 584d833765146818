'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ClassSnapshot } from '@/client/live/class-session';
import { Banner } from '@/client/ui/banner';

interface Props {
  snapshot: ClassSnapshot;
  onRetry(): void;
}

/** A short gap is mended before anybody could read of it. */
const PATIENCE_MS = 1_000;

/** Says that the connection is lost, that the server restarts or that nothing is being saved, over the page, without moving it. */
export function ConnectionBanner({ snapshot, onRetry }: Props) {
  const t = useTranslations('console');
  const common = useTranslations('common');
  const { connection, offlineSince, serverStopping, storage } = snapshot;
  const offline = connection === 'offline';
  const [long, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (!offline) return;
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [offline]);
  const lost = offline && long;
  if (storage !== 'ok' && !lost && !serverStopping)
    return (
      <Banner tone="error" stays>
        {t(`storage.${storage}`)}
      </Banner>
    );
  return (
    <Banner
      tone="warn"
      action={
        lost && (
          <button type="button" onClick={onRetry} className="min-h-8 px-2 font-semibold underline">
            {common('retry')}
          </button>
        )
      }
    >
      {serverStopping ? common('connection.restarting') : lost && offlineSince !== null && t('reconnecting')}
    </Banner>
  );
}
