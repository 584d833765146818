'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { Spinner } from '@/client/ui/spinner';

interface Props {
  step: 'reading' | 'connecting';
  onRetry?: () => void;
}

/** After this long a person wants to hear more than "connecting". */
const LONG_MS = 6_000;

/** On the way into the class. */
export function Connecting({ step, onRetry }: Props) {
  const t = useTranslations('classroom');
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" className="grid min-h-[60dvh] place-items-center">
      <div className="flex flex-col items-center gap-3 text-center">
        <Spinner label={t(step)} className="size-8 text-accent" />
        <p>{t(step)}</p>
        {long && (
          <>
            <p className="text-sm text-ink-soft">{t('connectingLong')}</p>
            {onRetry && <Button onClick={onRetry}>{t('banner.retry')}</Button>}
          </>
        )}
      </div>
    </div>
  );
}
