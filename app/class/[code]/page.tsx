import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { lessonOfClass } from '@/app/lesson-of-class';
import { typedCode } from '@/app/typed-code';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { LessonProvider } from '@/client/lesson/given-lesson';
import { ClassPage } from '@/client/student/class-page';
import { lessonIn } from '@/lessons/written';
import { isRoomCode } from '@/protocol/room-code';

interface Props {
  params: Promise<{ code: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslator('classroom');
  return { title: t('title', { code: typedCode((await params).code).code }) };
}

export default async function Page({ params }: Props) {
  const { typed, code } = typedCode((await params).code);
  if (!isRoomCode(code)) redirect(`/join/${encodeURIComponent(code)}`);
  if (typed !== code) redirect(`/class/${code}`);
  const [lesson, language] = await Promise.all([lessonOfClass(code), getLanguage()]);
  return (
    <PageMessages page="/class/[code]" benches={lesson?.steps.map(({ bench }) => bench)}>
      <LessonProvider lesson={lesson && lessonIn(lesson, language)}>
        <ClassPage code={code} />
      </LessonProvider>
    </PageMessages>
  );
}
