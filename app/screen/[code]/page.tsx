import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { lessonOfClass } from '@/app/lesson-of-class';
import { requireTeacher } from '@/app/teach/require-teacher';
import { typedCode } from '@/app/typed-code';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { LessonProvider } from '@/client/lesson/given-lesson';
import { Screen } from '@/client/screen/screen';
import { lessonIn } from '@/lessons/written';
import { isRoomCode } from '@/protocol/room-code';
import { joinOrigins } from '@/server/read/join-origins';

interface Props {
  params: Promise<{ code: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslator('screen');
  return { title: t('pageTitle', { code: typedCode((await params).code).code }) };
}

export default async function ScreenPage({ params }: Props) {
  const { code } = typedCode((await params).code);
  if (!isRoomCode(code)) notFound();
  await requireTeacher(`/screen/${code}`);
  const [lesson, language, origins] = await Promise.all([lessonOfClass(code), getLanguage(), joinOrigins()]);
  return (
    <PageMessages page="/screen/[code]" benches={lesson?.steps.map(({ bench }) => bench)}>
      <LessonProvider lesson={lesson && lessonIn(lesson, language)}>
        <Screen code={code} origins={origins} />
      </LessonProvider>
    </PageMessages>
  );
}
