import Link from 'next/link';
import { broken } from '@/client/i18n/broken';
import { getTranslator } from '@/client/i18n/server';
import { LessonScript } from '@/client/lesson/words/lesson-script';
import { AppBar } from '@/client/ui/app-bar';
import { LinkButton } from '@/client/ui/link-button';
import { Notice } from '@/client/ui/notice';
import { PageHeader } from '@/client/ui/page-header';
import { PrintButton } from '@/client/ui/print-button';
import { sheetPath } from '@/client/worksheet/sheet-address';
import type { WrittenPlan } from '@/lessons/teaching/written';
import { PlanQuiz } from './plan-quiz';
import { PlanSection } from './plan-section';
import { PlanStep } from './plan-step';

interface Props {
  plan: WrittenPlan;
  /** Where the lesson is, to be typed from paper. */
  address: string;
}

/** A lesson for whoever teaches it: on paper some four pages. Of the server; nothing of it moves. */
export async function PlanPage({ plan, address }: Props) {
  const t = await getTranslator('teaching');
  const { lesson, steps } = plan;
  return (
    <>
      <AppBar />
      <main id="content" className="plan page-width flex max-w-5xl flex-col gap-6 py-6">
        <PageHeader
          above={
            <Link
              href="/learn/teach"
              className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2 print:no-underline"
            >
              {t('plan.kind')}
            </Link>
          }
          title={t('plan.title', { number: lesson.number, lesson: lesson.text.title })}
          lead={lesson.text.question}
          actions={
            <>
              <LinkButton look="quiet" className="no-print" href={`/learn/${lesson.id}`}>
                {t('plan.open')}
              </LinkButton>
              <LinkButton className="no-print" href={sheetPath(lesson.id, { seed: 1, answers: false })}>
                {t('plan.worksheet')}
              </LinkButton>
              <PrintButton>{t('plan.print')}</PrintButton>
            </>
          }
        />
        <div className="no-print">
          <Notice tone="info">{t('plan.answers')}</Notice>
        </div>
        <PlanSection title={t('plan.aim')}>
          <p>{plan.aim}</p>
        </PlanSection>
        <PlanSection title={t('plan.prepare')}>
          <p>{plan.prepare}</p>
        </PlanSection>
        <PlanSection title={t('plan.timing', { minutes: plan.minutes })} whole>
          <table className="w-full border-collapse text-left text-sm">
            <thead>
              <tr className="border-b border-line-strong">
                <th scope="col" className="w-16 py-1 pr-4">
                  {t('plan.when')}
                </th>
                <th scope="col" className="w-1/4 py-1 pr-4">
                  {t('plan.step')}
                </th>
                <th scope="col" className="py-1">
                  {t('plan.task')}
                </th>
              </tr>
            </thead>
            <tbody>
              {steps.map(({ step, minutes, from }) => (
                <tr key={step.id} className="border-b border-line align-top">
                  <td className="tabular py-1 pr-4 whitespace-nowrap">
                    {t('plan.from', { from, to: from + minutes })}
                  </td>
                  <td className="py-1 pr-4">
                    <Link
                      href={`/learn/${lesson.id}?step=${step.id}`}
                      className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2 print:no-underline"
                    >
                      {broken(step.text.title)}
                    </Link>
                  </td>
                  <td className="py-1">
                    <LessonScript text={step.text.task} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </PlanSection>
        {steps.map((planned, index) => (
          <PlanStep key={planned.step.id} planned={planned} number={index + 1} />
        ))}
        <PlanQuiz lesson={lesson} />
        <PlanSection title={t('plan.standards')} whole>
          <p className="mb-2 text-sm text-ink-soft">{t('plan.standardsText')}</p>
          <div className="grid gap-x-8 gap-y-3 sm:grid-cols-3">
            {plan.standards.map(({ framework, name, standards }) => (
              <div key={framework}>
                <h3 className="text-sm font-semibold">{name}</h3>
                <ul className="mt-1 text-sm">
                  {standards.map(({ code, about }) => (
                    <li key={code} className="flex gap-x-2 py-0.5 max-sm:flex-wrap">
                      <span className="tabular shrink-0 font-semibold">{code}</span>
                      <span className="min-w-0 text-ink-soft">{about}</span>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </PlanSection>
        <p translate="no" className="tabular hidden text-right text-sm print:block">
          {address}
        </p>
      </main>
    </>
  );
}
