'use client';

import { useRouter } from 'next/navigation';
import { lazy, Suspense, startTransition, useEffect } from 'react';
import { useComingBack } from '@/client/ui/coming-back';
import { patiently } from '@/client/ui/patiently';

interface Props {
  error: Error & { digest?: string };
  reset(): void;
}

/** Fetched when it is needed; should that fail as well, app/global-error.tsx has words of its own. */
const FailedPage = lazy(patiently(() => import('@/client/ui/failed-page')));

/** A page that failed while it was built or drawn: it comes back by itself, unless that fails as well. */
export default function ErrorPage({ error, reset }: Props) {
  const router = useRouter();
  useEffect(() => {
    console.error(error);
  }, [error]);
  const retry = () => {
    // Both: fetch the server's part again, then draw again.
    startTransition(() => {
      router.refresh();
      reset();
    });
  };
  // What failed on the server is asked for again; what failed here has all it needs.
  const coming = useComingBack(error.digest === undefined ? reset : retry);
  const blank = <div aria-busy="true" className="min-h-dvh" />;
  if (coming) return blank;
  return (
    <Suspense fallback={blank}>
      <FailedPage digest={error.digest} onRetry={retry} />
    </Suspense>
  );
}
