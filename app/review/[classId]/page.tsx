import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireTeacher } from '@/app/teach/require-teacher';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { LessonProvider } from '@/client/lesson/given-lesson';
import { ClassReviewPage } from '@/client/review/class-review-page';
import { classReview } from '@/client/review/review-rows';
import { findLesson } from '@/lessons/registry';
import { lessonIn } from '@/lessons/written';
import { classIdSchema } from '@/protocol/classes';
import { readClassReview } from '@/server/read/class-review';
import { keepingTold } from '@/server/read/teacher-lists';
import { readStore } from '@/server/store/page-store';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('review');
  return { title: t('title') };
}

interface Props {
  params: Promise<{ classId: string }>;
}

export default async function ReviewOfClass({ params }: Props) {
  const { classId } = await params;
  if (!classIdSchema.safeParse(classId).success) notFound();
  const { teacherId } = await requireTeacher(`/review/${classId}`);
  const found = await readClassReview(teacherId, classId);
  if (!found) notFound();
  const lesson = findLesson(found.view.class.lessonId);
  const language = await getLanguage();
  // Snapshots are drawn by the benches themselves.
  const benches = found.snapshots.length > 0 ? lesson?.steps.map(({ bench }) => bench) : [];
  return (
    <PageMessages page="/review/[classId]" benches={benches}>
      <LessonProvider lesson={lesson && lessonIn(lesson, language)}>
        <ClassReviewPage
          review={classReview(found.view, found.runs, found.challenge, found)}
          owners={found.owners}
          keeping={await keepingTold({ classId })}
          inGroup={found.inGroup}
          shares={await (await readStore()).listShares(classId)}
        />
      </LessonProvider>
    </PageMessages>
  );
}
