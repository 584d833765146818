import { getTranslator } from '@/client/i18n/server';
import type { WrittenLesson } from '@/lessons/written';
import { AnsweredQuestion } from './answered-question';
import { PlanSection } from './plan-section';

/** The questions before a lesson and after it, with their answers. */
export async function PlanQuiz({ lesson: { quiz } }: { lesson: WrittenLesson }) {
  const t = await getTranslator('teaching');
  return (
    <PlanSection title={t('plan.quiz')} whole>
      <p className="mb-2 text-sm text-ink-soft">{t('plan.quizText')}</p>
      <div className="grid gap-x-8 gap-y-4 text-sm sm:grid-cols-2">
        {(['before', 'after'] as const).map((when) => (
          <div key={when}>
            <h3 className="mb-1 text-sm font-semibold">{t(`plan.${when}`)}</h3>
            <ol className="flex flex-col gap-2">
              {quiz[when].map((asked) => (
                <li key={asked.question}>
                  <AnsweredQuestion {...asked} rightIs={t('plan.right')} />
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </PlanSection>
  );
}
