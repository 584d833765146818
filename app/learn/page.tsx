import type { Metadata } from 'next';
import Link from 'next/link';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { LabRow } from '@/client/lesson/learn/lab-row';
import { LessonRow } from '@/client/lesson/learn/lesson-row';
import { AppBar } from '@/client/ui/app-bar';
import { LinkButton } from '@/client/ui/link-button';
import { PageHeader } from '@/client/ui/page-header';
import { LESSONS } from '@/lessons/registry';
import { textIn } from '@/lessons/written';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('lesson');
  return { title: t('learn.title') };
}

/** `/learn`: every lesson alone, in the order of the argument. */
export default async function Page() {
  const [t, language] = await Promise.all([getTranslator('lesson'), getLanguage()]);
  return (
    <PageMessages page="/learn">
      <AppBar />
      <main id="content" className="page-width flex flex-col gap-7 py-6 sm:py-8">
        <PageHeader
          title={t('learn.title')}
          lead={t('learn.lead')}
          actions={<LinkButton href="/learn/glossary">{t('learn.glossary')}</LinkButton>}
        />
        <ol aria-label={t('learn.list')}>
          {LESSONS.map((lesson) => (
            <LessonRow
              key={lesson.id}
              // Only what the row shows: the lessons' words stay on the server.
              lesson={{
                id: lesson.id,
                number: lesson.number,
                minutes: lesson.minutes,
                ...textIn(lesson, language),
                steps: lesson.steps.map(({ id, goals }) => ({
                  id,
                  goals: goals.map((goal) => ({ id: goal.id })),
                })),
              }}
            />
          ))}
          <LabRow title={t('learn.lab')} text={t('learn.labText')} open={t('learn.labOpen')} />
        </ol>
        <div className="flex flex-wrap justify-between gap-x-6 gap-y-2 text-sm text-ink-soft">
          <p>{t('learn.keptHere')}</p>
          <Link href="/learn/teach" className="text-ink underline decoration-1 underline-offset-[0.2em]">
            {t('learn.forTeachers')}
          </Link>
        </div>
      </main>
    </PageMessages>
  );
}
