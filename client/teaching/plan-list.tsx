import Link from 'next/link';
import { getTranslator } from '@/client/i18n/server';
import { AppBar } from '@/client/ui/app-bar';
import { LinkButton } from '@/client/ui/link-button';
import { PageHeader } from '@/client/ui/page-header';
import { sheetPath } from '@/client/worksheet/sheet-address';
import type { WrittenPlan } from '@/lessons/teaching/written';

/** Every lesson with what it is for and the way to its plan. */
export async function PlanList({ plans }: { plans: readonly WrittenPlan[] }) {
  const [t, lessons] = await Promise.all([getTranslator('teaching'), getTranslator('lesson')]);
  return (
    <>
      <AppBar />
      <main id="content" className="page-width flex max-w-5xl flex-col gap-6 py-6">
        <PageHeader
          above={
            <Link
              href="/learn"
              className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
            >
              {lessons('frame.lessons')}
            </Link>
          }
          title={t('list.title')}
          lead={t('list.lead')}
          actions={<LinkButton href="/teach/start">{t('list.start')}</LinkButton>}
        />
        <ol aria-label={t('list.lessons')} className="border-t border-line">
          {plans.map(({ lesson, aim, minutes }) => (
            <li
              key={lesson.id}
              className="grid items-center gap-x-6 gap-y-2 border-b border-line py-4 md:grid-cols-[minmax(0,1fr)_auto]"
            >
              <div className="min-w-0">
                <h2 className="text-lg">
                  {t('plan.title', { number: lesson.number, lesson: lesson.text.title })}
                </h2>
                <p className="tabular text-sm text-ink-soft">{t('list.minutes', { minutes })}</p>
                <p className="mt-1 text-sm">{aim}</p>
              </div>
              <div className="flex flex-wrap gap-2">
                <LinkButton href={`/learn/${lesson.id}/teach`}>{t('list.plan')}</LinkButton>
                <LinkButton href={sheetPath(lesson.id, { seed: 1, answers: false })}>
                  {t('list.worksheet')}
                </LinkButton>
              </div>
            </li>
          ))}
        </ol>
      </main>
    </>
  );
}
