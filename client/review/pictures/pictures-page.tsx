'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'use-intl';
import { AppBar } from '@/client/ui/app-bar';
import { PageHeader } from '@/client/ui/page-header';
import { patiently } from '@/client/ui/patiently';
import { Skeleton } from '@/client/ui/skeleton';
import { GuessesCard } from './guesses-card';
import type { PicturesOfClass } from './pictured-class';

/** In the browser alone: all is reckoned and drawn from thousands of runs, and the server need not do it once more. */
const RunPictures = dynamic(
  patiently(() => import('./run-pictures').then((file) => file.RunPictures)),
  {
    ssr: false,
    loading: () => <Skeleton className="h-[48rem] w-full" />,
  },
);

/** A class in pictures: which settings went with which results, how everybody's training went, how good the guesses were. */
export function PicturesPage({ pictured }: { pictured: PicturesOfClass }) {
  const t = useTranslations('pictures');
  const review = useTranslations('review');
  const format = useFormatter();
  return (
    <>
      <AppBar />
      <main id="content" className="page-width flex flex-col gap-5 py-6">
        <PageHeader
          title={t('title', { lesson: pictured.lessonTitle ?? review('unknown.lesson') })}
          lead={format.dateTime(pictured.at, 'moment')}
          above={
            <Link
              href={`/review/${pictured.classId}`}
              className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
            >
              {review('backToClass')}
            </Link>
          }
        />
        <RunPictures pictured={pictured} />
        {pictured.guesses.length > 0 && <GuessesCard guesses={pictured.guesses} />}
      </main>
    </>
  );
}
