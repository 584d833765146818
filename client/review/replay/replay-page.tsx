'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'use-intl';
import { AppBar } from '@/client/ui/app-bar';
import { PageHeader } from '@/client/ui/page-header';
import { patiently } from '@/client/ui/patiently';
import { Skeleton } from '@/client/ui/skeleton';
import { Toaster } from '@/client/ui/toaster';
import type { ReplayedClass } from '@/protocol/replay';
import type { ReplayStep } from './replay-steps';

/** In the browser alone: it has the whole sitting and draws any moment of it, and the server draws none. */
const ReplaySitting = dynamic(
  patiently(() => import('./replay-sitting').then((file) => file.ReplaySitting)),
  {
    ssr: false,
    loading: () => <Skeleton className="h-[36rem] w-full" />,
  },
);

interface Props {
  replay: ReplayedClass;
  /** Null where this version does not know the lesson. */
  lessonTitle: string | null;
  /** The class's steps, in order. */
  steps: readonly ReplayStep[];
  /** Of the class that it is of. */
  backPath: string;
  /** Whoever looks owns it: moments may be marked. */
  own?: boolean;
}

/** A whole sitting, to be gone through again on a time line. */
export function ReplayPage({ replay, lessonTitle, steps, backPath, own = false }: Props) {
  const t = useTranslations('review.replay');
  const review = useTranslations('review');
  const format = useFormatter();
  return (
    <>
      <AppBar />
      <main id="content" className="page-width flex flex-col gap-5 py-6">
        <PageHeader
          above={
            <Link
              href={backPath}
              className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
            >
              {review('backToClass')}
            </Link>
          }
          title={t('title', { lesson: lessonTitle ?? review('unknown.lesson') })}
          lead={format.dateTime(replay.from, 'moment')}
        />
        <ReplaySitting replay={replay} steps={steps} own={own} />
      </main>
      {own && <Toaster />}
    </>
  );
}
