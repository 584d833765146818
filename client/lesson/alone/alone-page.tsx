'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { GlossaryButton } from '@/client/lesson/words/glossary-button';
import { AppBar } from '@/client/ui/app-bar';
import type { Elements } from '@/client/ui/elements';
import { SkipLink } from '@/client/ui/skip-link';
import type { WrittenLesson } from '@/lessons/written';

interface Props {
  lesson: WrittenLesson;
  /** At the foot, always in sight: the controls of a training. */
  foot?: Elements;
  children: ReactNode;
}

/** The page around a lesson that is read alone: where you are, the way back, the glossary. */
export function AlonePage({ lesson, foot, children }: Props) {
  const t = useTranslations('lesson');
  return (
    <div className="lesson-page flex min-h-dvh flex-col" data-foot={Boolean(foot) || undefined}>
      <AppBar
        skip={<SkipLink to="#bench">{t('frame.skip')}</SkipLink>}
        title={
          <span className="flex min-w-0 items-baseline gap-2.5">
            {/* Alone in the bar on a phone, where it is not cut: with large letters the buttons go below it. */}
            <Link
              href="/learn"
              data-whole
              className="shrink-0 text-sm font-normal text-ink-soft underline decoration-1 underline-offset-[0.2em] hover:text-ink hover:decoration-2"
            >
              {t('frame.lessons')}
            </Link>
            <span className="min-w-0 truncate max-sm:sr-only">
              <span className="tabular">{lesson.number}</span> <span>{`· ${lesson.text.title}`}</span>
            </span>
          </span>
        }
        actions={<GlossaryButton />}
      />
      {/* Whatever has the focus must not hide behind the bar at the foot. */}
      <main
        id="content"
        className="page-width flex-1 py-4 [&_:is(a,button,input,select,summary,[tabindex])]:scroll-mt-16 [&_:is(a,button,input,select,summary,[tabindex])]:scroll-mb-32"
      >
        {children}
      </main>
      {foot}
    </div>
  );
}
