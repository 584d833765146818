import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { LessonProvider } from '@/client/lesson/given-lesson';
import { classReview } from '@/client/review/review-rows';
import { SharedClassPage } from '@/client/review/shared/shared-class-page';
import { sharedReview } from '@/client/review/shared/shared-review';
import { findLesson } from '@/lessons/registry';
import { lessonIn } from '@/lessons/written';
import { sharedPath } from '@/protocol/share';
import { readSharedClass } from '@/server/read/shared-class';

/** The address is all that opens the page: no search engine is to find it, and no other site is told it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('review');
  return { title: t('shared.metaTitle'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

interface Props {
  params: Promise<{ token: string }>;
}

export default async function ClassBehindLink({ params }: Props) {
  const { token } = await params;
  const found = await readSharedClass(token, Date.now());
  if (!found) notFound();
  const lesson = findLesson(found.view.class.lessonId);
  const review = classReview(found.view, found.runs, found.challenge, {
    ...{
      helps: [],
      snapshots: [],
      ensembles: found.ensembles,
      knobs: found.knobs,
      merges: found.merges,
      fools: [],
      audits: found.audits,
      rounds: found.rounds,
      leaks: [],
      relays: [],
      reveal: null,
    },
    asked: { votes: false, quiz: false },
  });
  return (
    <PageMessages page="/shared/[token]">
      <LessonProvider lesson={lesson && lessonIn(lesson, await getLanguage())}>
        <SharedClassPage
          review={sharedReview(review, found.named)}
          replayPath={found.hasReplay ? `${sharedPath(token)}/replay` : null}
        />
      </LessonProvider>
    </PageMessages>
  );
}
