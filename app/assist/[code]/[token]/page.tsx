import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { lessonOfClass } from '@/app/lesson-of-class';
import { typedCode } from '@/app/typed-code';
import { AssistantConsole } from '@/client/console/assistants/assistant-console';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { LessonProvider } from '@/client/lesson/given-lesson';
import { lessonIn } from '@/lessons/written';
import { assistantTokenSchema } from '@/protocol/assistants';
import { isRoomCode } from '@/protocol/room-code';
import { joinOrigins } from '@/server/read/join-origins';

interface Props {
  params: Promise<{ code: string; token: string }>;
}

/** The address opens the console: nobody is to find it, and no other site is told it. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslator('console');
  const title = t('pageTitle', { code: typedCode((await params).code).code });
  return { title, robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

/** Whether the link opens anything is told by the class, over the socket: there guessing has its bounds. */
export default async function AssistPage({ params }: Props) {
  const { code: typed, token } = await params;
  const { code } = typedCode(typed);
  if (!isRoomCode(code) || !assistantTokenSchema.safeParse(token).success) notFound();
  const [lesson, language, origins] = await Promise.all([lessonOfClass(code), getLanguage(), joinOrigins()]);
  return (
    <PageMessages page="/assist/[code]/[token]" benches={lesson?.steps.map(({ bench }) => bench)}>
      <LessonProvider lesson={lesson && lessonIn(lesson, language)}>
        <AssistantConsole code={code} token={token} origins={origins} />
      </LessonProvider>
    </PageMessages>
  );
}
