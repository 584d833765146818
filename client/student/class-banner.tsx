'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ClassSnapshot } from '@/client/live/class-session';
import { Banner } from '@/client/ui/banner';
import { Button } from '@/client/ui/button';

interface Props {
  snapshot: ClassSnapshot;
  /** Batches of points that the server has not acknowledged. */
  unsent: number;
  onRetry(): void;
}

/** A wink of the network needs no banner. */
const GRACE_MS = 1_200;
/** More than this behind after a return is worth a word. */
const BEHIND = 4;

/** Connection lost, server restarting, nothing being saved, catching up: what happens, that nothing is lost, and how much waits. */
export function ClassBanner({ snapshot, unsent, onRetry }: Props) {
  const t = useTranslations('classroom');
  const { connection, serverStopping, storage } = snapshot;
  const [lost, setLost] = useState(false);
  const [returned, setReturned] = useState(false);

  useEffect(() => {
    if (connection !== 'offline') {
      setLost((before) => {
        if (before) setReturned(true);
        return false;
      });
      return;
    }
    const timer = setTimeout(() => setLost(true), GRACE_MS);
    return () => clearTimeout(timer);
  }, [connection]);
  useEffect(() => {
    if (returned && unsent <= BEHIND) setReturned(false);
  }, [returned, unsent]);

  if (lost || serverStopping) {
    return (
      <Banner
        tone="warn"
        action={
          <Button size="sm" onClick={onRetry}>
            {t('banner.retry')}
          </Button>
        }
      >
        <span>{t(serverStopping ? 'banner.stopping' : 'banner.offline')}</span>{' '}
        <span className="tabular">{t('banner.waiting', { count: unsent })}</span>
      </Banner>
    );
  }
  if (storage !== 'ok')
    return (
      <Banner tone="error" stays>
        {t('banner.storage')}
      </Banner>
    );
  return (
    <Banner tone="success">
      {returned && unsent > BEHIND ? t('banner.catchingUp', { count: unsent }) : null}
    </Banner>
  );
}
