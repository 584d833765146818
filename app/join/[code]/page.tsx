import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { lessonOfClass } from '@/app/lesson-of-class';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { JoinPage } from '@/client/student/join-page';
import { normaliseRoomCode } from '@/protocol/room-code';

interface Props {
  params: Promise<{ code: string }>;
}

/** What was typed into the address, and the code that it means. */
async function readCode({ params }: Props): Promise<{ typed: string; code: string }> {
  const { code } = await params;
  const typed = decodeURIComponent(code);
  return { typed, code: normaliseRoomCode(typed).slice(0, 12) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslator('join');
  return { title: t('pageTitle', { code: (await readCode(props)).code }) };
}

export default async function Page(props: Props) {
  const { typed, code } = await readCode(props);
  // One address for one class, so that what the browser keeps under it is found again.
  if (typed !== code) redirect(`/join/${code}`);
  const [lesson, language] = await Promise.all([lessonOfClass(code), getLanguage()]);
  return (
    <PageMessages page="/join/[code]">
      <JoinPage
        code={code}
        lesson={lesson && { id: lesson.id, number: lesson.number, text: lesson.text[language] }}
      />
    </PageMessages>
  );
}
