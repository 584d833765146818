import { getTranslator } from '@/client/i18n/server';
import { LessonScript } from '@/client/lesson/words/lesson-script';
import type { Elements } from '@/client/ui/elements';
import type { PlannedStep } from '@/lessons/teaching/written';
import { AnsweredQuestion } from './answered-question';
import { PairTable } from './pair-table';
import { PlanSection } from './plan-section';

interface Props {
  planned: PlannedStep;
  /** Its place in the lesson, from 1. */
  number: number;
}

/** One step of a plan: what the lesson itself knows of it (task, goals, check), and what a teacher is told beyond that. */
export async function PlanStep({ planned: { step, teaching, minutes }, number }: Props) {
  const t = await getTranslator('teaching');
  const { text, goals, check, prediction } = step;
  return (
    <PlanSection
      title={t('plan.stepTitle', { number, title: text.title })}
      beside={t('plan.stepMinutes', { minutes })}
    >
      <div className="flex flex-col gap-3 text-sm">
        <p className="break-after-avoid text-base font-semibold">
          <LessonScript text={text.task} />
        </p>
        <PairTable
          caption={t('plan.goals')}
          heads={[t('plan.goal'), t('plan.how')]}
          rows={goals.map(({ label, hints }) => [label, hints[2]])}
        />
        <Part title={t('plan.students')}>
          <p>{teaching.students}</p>
        </Part>
        {teaching.misconceptions.length > 0 && (
          <PairTable
            caption={t('plan.misconceptions')}
            heads={[t('plan.idea'), t('plan.met')]}
            rows={teaching.misconceptions.map(({ idea, met }) => [idea, met])}
          />
        )}
        <Part title={t('plan.ask')}>
          <ul className="list-disc pl-5">
            {teaching.ask.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </Part>
        {prediction && (
          <Part title={t('plan.prediction')}>
            <AnsweredQuestion {...prediction} right={null} rightIs={t('plan.right')} />
            <p className="mt-1">{teaching.answer ?? ''}</p>
          </Part>
        )}
        {!prediction && teaching.answer !== undefined && (
          <Part title={t('plan.solved')}>
            <p>{teaching.answer}</p>
          </Part>
        )}
        {check && (
          <Part title={t('plan.check')}>
            <AnsweredQuestion {...check} rightIs={t('plan.right')} />
            <p className="mt-1 text-ink-soft">
              <LessonScript text={check.reasons[check.right] ?? ''} />
            </p>
          </Part>
        )}
      </div>
    </PlanSection>
  );
}

function Part({ title, children }: { title: string; children: Elements }) {
  return (
    <div className="break-inside-avoid">
      <h3 className="mb-0.5 text-sm font-semibold text-accent">{title}</h3>
      {children}
    </div>
  );
}
