import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage } from '@/client/i18n/server';
import { AloneLesson } from '@/client/lesson/alone/alone-lesson';
import { findLesson, LESSONS } from '@/lessons/registry';
import { lessonIn, textIn } from '@/lessons/written';

interface Props {
  params: Promise<{ lesson: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lesson = findLesson((await params).lesson);
  return lesson === null ? {} : { title: textIn(lesson, await getLanguage()).title };
}

/** `/learn/LESSON`: one lesson alone. */
export default async function Page({ params }: Props) {
  const lesson = findLesson((await params).lesson);
  if (lesson === null) notFound();
  const language = await getLanguage();
  const next = LESSONS[LESSONS.indexOf(lesson) + 1];
  return (
    <PageMessages page="/learn/[lesson]" benches={lesson.steps.map(({ bench }) => bench)}>
      <AloneLesson
        key={lesson.id}
        lesson={lessonIn(lesson, language)}
        next={next ? { id: next.id, title: textIn(next, language).title } : null}
      />
    </PageMessages>
  );
}
