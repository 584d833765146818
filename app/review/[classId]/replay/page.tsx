import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireTeacher } from '@/app/teach/require-teacher';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { ReplayPage } from '@/client/review/replay/replay-page';
import { replaySteps } from '@/client/review/replay/replay-steps';
import { findLesson } from '@/lessons/registry';
import { lessonIn } from '@/lessons/written';
import { classIdSchema } from '@/protocol/classes';
import { readClassReplay } from '@/server/read/class-replay';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('review');
  return { title: t('replay.metaTitle') };
}

interface Props {
  params: Promise<{ classId: string }>;
}

export default async function ReplayOfClass({ params }: Props) {
  const { classId } = await params;
  if (!classIdSchema.safeParse(classId).success) notFound();
  const { teacherId } = await requireTeacher(`/review/${classId}/replay`);
  const found = await readClassReplay(teacherId, classId, Date.now());
  if (!found) notFound();
  const lesson = findLesson(found.lessonId);
  const language = await getLanguage();
  const written = lesson && lessonIn(lesson, language);
  return (
    <PageMessages page="/review/[classId]/replay">
      <ReplayPage
        replay={found}
        lessonTitle={written?.text.title ?? null}
        steps={replaySteps(found.steps, written)}
        backPath={`/review/${classId}`}
        own
      />
    </PageMessages>
  );
}
