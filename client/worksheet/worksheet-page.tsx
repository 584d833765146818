import Link from 'next/link';
import { getTranslator } from '@/client/i18n/server';
import { AppBar } from '@/client/ui/app-bar';
import { LinkButton } from '@/client/ui/link-button';
import { PrintButton } from '@/client/ui/print-button';
import type { TaughtLesson } from '@/lessons/registry';
import type { WrittenLesson } from '@/lessons/written';
import { LESSON_EXERCISES } from './lesson-exercises';
import { nextSheet, type SheetChoice, sheetPath } from './sheet-address';
import { SheetCheck } from './sheet-check';
import { SheetExercise } from './sheet-exercise';

interface Props {
  id: TaughtLesson['id'];
  lesson: WrittenLesson;
  choice: SheetChoice;
  /** Where the lesson is, to be typed from paper. */
  address: string;
}

/** A lesson's worksheet for paper, and the same with its answers. */
export async function WorksheetPage({ id, lesson, choice, address }: Props) {
  const t = await getTranslator('worksheet');
  const { seed, answers } = choice;
  const checks = lesson.steps.flatMap(({ check }) => (check ? [check] : []));
  return (
    <>
      <AppBar />
      <main id="content" className="worksheet page-width flex max-w-4xl flex-col gap-5 py-6">
        <div className="no-print flex flex-col gap-3 border-b border-line pb-4">
          <p className="text-sm">
            <Link
              href={`/learn/${lesson.id}/teach`}
              className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
            >
              {t('plan')}
            </Link>
          </p>
          <div className="flex flex-wrap items-center gap-3">
            <LinkButton href={sheetPath(id, nextSheet(choice))} replace>
              {t('others')}
            </LinkButton>
            <LinkButton href={sheetPath(id, { seed, answers: !answers })} replace>
              {t(answers ? 'hideKey' : 'showKey')}
            </LinkButton>
            <PrintButton>{t('print')}</PrintButton>
          </div>
          <p className="text-sm text-ink-soft">{t('toolsText')}</p>
        </div>
        <div className="border-b-2 border-ink pb-2">
          <p className="tabular flex flex-wrap gap-x-4 text-sm">
            <span className="font-semibold">{t(answers ? 'key' : 'kind')}</span>
            <span>{t('sheet', { seed })}</span>
            <span translate="no" className="text-ink-soft [overflow-wrap:anywhere]">
              {address}
            </span>
          </p>
          <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
            <h1 className="text-xl">{t('title', { number: lesson.number, lesson: lesson.text.title })}</h1>
            {!answers && (
              <dl className="flex flex-1 basis-80 gap-4 text-sm">
                {(['name', 'class', 'date'] as const).map((field) => (
                  <div key={field} className="flex flex-1 items-end gap-1.5 first:flex-2">
                    <dt>{t(field)}</dt>
                    <dd className="min-w-0 flex-1 border-b border-ink" />
                  </div>
                ))}
              </dl>
            )}
          </div>
        </div>
        <p className="font-semibold">{lesson.text.question}</p>
        {LESSON_EXERCISES[id].map((exercise, at) => (
          <SheetExercise key={exercise} id={exercise} number={at + 1} choice={choice} />
        ))}
        <section>
          <h2 className="text-base">{t('checks')}</h2>
          <ol className="mt-1.5 flex list-decimal flex-col gap-2.5 pl-5">
            {checks.map((check) => (
              <SheetCheck key={check.question} check={check} answers={answers} />
            ))}
          </ol>
        </section>
        {!answers && (
          <>
            <section className="break-inside-avoid">
              <h2 className="text-base">{t('goals')}</h2>
              <p className="text-sm">{t('goalsText')}</p>
              <ul className="mt-1.5 gap-x-8 text-sm sm:columns-2 print:columns-2">
                {lesson.steps.flatMap(({ id: step, bench, goals }) =>
                  bench === 'recap'
                    ? []
                    : goals.map((goal) => (
                        <li
                          key={`${step} ${goal.id}`}
                          className="flex break-inside-avoid items-baseline gap-1.5 py-0.5"
                        >
                          <span
                            aria-hidden="true"
                            className="inline-block size-3.5 shrink-0 translate-y-0.5 border border-ink"
                          />
                          <span className="min-w-0">{goal.label}</span>
                        </li>
                      )),
                )}
              </ul>
            </section>
            <section className="break-inside-avoid">
              <h2 className="text-base">{t('own')}</h2>
              <p className="text-sm">{lesson.text.question}</p>
              <div aria-hidden="true" className="h-9 border-b border-ink" />
              <div aria-hidden="true" className="h-9 border-b border-ink" />
            </section>
          </>
        )}
      </main>
    </>
  );
}
