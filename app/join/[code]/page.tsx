import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { lessonOfClass } from '@/app/lesson-of-class';
import { typedCode } from '@/app/typed-code';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { JoinPage } from '@/client/student/join-page';
import { textIn } from '@/lessons/written';

interface Props {
  params: Promise<{ code: string }>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslator('join');
  return { title: t('pageTitle', { code: typedCode((await props.params).code).code }) };
}

export default async function Page(props: Props) {
  const { typed, code } = typedCode((await props.params).code);
  // One address for one class, so that what the browser keeps under it is found again.
  if (code === '') redirect('/');
  if (typed !== code) redirect(`/join/${encodeURIComponent(code)}`);
  const [lesson, language] = await Promise.all([lessonOfClass(code), getLanguage()]);
  return (
    <PageMessages page="/join/[code]">
      <JoinPage
        code={code}
        lesson={lesson && { id: lesson.id, number: lesson.number, text: textIn(lesson, language) }}
      />
    </PageMessages>
  );
}
