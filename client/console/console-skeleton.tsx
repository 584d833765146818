'use client';

import { useTranslations } from 'use-intl';
import { useWait } from '@/client/live/use-wait';
import { AppBar } from '@/client/ui/app-bar';
import { LiveRegion } from '@/client/ui/live-region';
import { Skeleton } from '@/client/ui/skeleton';

/** Holds the console's places until the class has answered. */
export function ConsoleSkeleton({ code }: { code: string }) {
  const t = useTranslations('console');
  useWait();
  return (
    <>
      <AppBar title={<span translate="no">{code}</span>} />
      <main id="content" className="page-width py-5">
        <h1 className="sr-only">{t('pageTitle', { code })}</h1>
        <LiveRegion visible className="mb-4 text-ink-soft">
          {t('connecting')}
        </LiveRegion>
        <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <Skeleton className="h-72 w-full rounded-lg" />
          <Skeleton className="h-72 w-full rounded-lg" />
        </div>
      </main>
    </>
  );
}
