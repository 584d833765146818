import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireTeacher } from '@/app/teach/require-teacher';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { PicturesPage } from '@/client/review/pictures/pictures-page';
import { findLesson } from '@/lessons/registry';
import { lessonIn } from '@/lessons/written';
import { classIdSchema } from '@/protocol/classes';
import { readClassPictures } from '@/server/read/class-pictures';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('pictures');
  return { title: t('metaTitle') };
}

interface Props {
  params: Promise<{ classId: string }>;
}

export default async function ReviewPictures({ params }: Props) {
  const { classId } = await params;
  if (!classIdSchema.safeParse(classId).success) notFound();
  const { teacherId } = await requireTeacher(`/review/${classId}/pictures`);
  const found = await readClassPictures(teacherId, classId);
  if (!found) notFound();
  const lesson = findLesson(found.lessonId);
  const written = lesson && lessonIn(lesson, await getLanguage());
  const steps = written?.steps ?? [];
  return (
    <PageMessages page="/review/[classId]/pictures">
      <PicturesPage
        pictured={{
          ...found,
          lessonTitle: written?.text.title ?? null,
          guesses: found.guesses.flatMap(({ stepId, counts }) => {
            const step = steps.find(({ id }) => id === stepId);
            if (!step?.prediction) return [];
            return [{ title: step.text.title, ...step.prediction, counts }];
          }),
        }}
      />
    </PageMessages>
  );
}
