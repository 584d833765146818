import type { Metadata } from 'next';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { PlanList } from '@/client/teaching/plan-list';
import { LESSONS } from '@/lessons/registry';
import { planIn } from '@/lessons/teaching/written';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('teaching');
  return { title: t('list.pageTitle') };
}

/** `/learn/teach`: what each lesson has for whoever teaches it. */
export default async function Page() {
  const language = await getLanguage();
  return (
    <PageMessages page="/learn/teach">
      <PlanList plans={LESSONS.map((lesson) => planIn(lesson, language))} />
    </PageMessages>
  );
}
