'use client';

import { useTranslations } from 'use-intl';
import { useShownWords } from '@/client/challenge/use-shown-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import { StudentMark } from '@/client/ui/student-mark';
import type { WrittenLesson } from '@/lessons/written';
import type { ReportStudent, SittingReport, StepStanding } from '@/protocol/report';
import { MOST_WIDE } from './group-table';
import { stepTitle } from './question-words';
import { ReportSection } from './report-section';

/** Each said by its form, so that it reads in black and white. */
const SIGNS: Readonly<Record<StepStanding, string>> = {
  done: '●',
  part: '◐',
  skipped: '◌',
  there: '○',
  none: '·',
};
const STANDINGS = ['done', 'part', 'skipped', 'there', 'none'] as const satisfies readonly StepStanding[];

/** Who reached what: students by steps, with the best of each, the trainings and the guesses. */
export function ReachedTable({ report, lesson }: { report: SittingReport; lesson: WrittenLesson | null }) {
  const t = useTranslations('report.reached');
  const numbers = useNumbers();
  const { students, steps } = report;
  // On paper a large class stands in two columns of small lines, and its steps are told by their numbers.
  const close = students.length > MOST_WIDE;
  const titleOf = (stepId: string, index: number) => `${index + 1}. ${stepTitle(lesson, stepId)}`;
  return (
    <ReportSection title={t('title')}>
      <p className="mb-2 flex flex-wrap gap-x-4 text-xs text-ink-soft">
        {STANDINGS.map((standing) => (
          <span key={standing}>{`${SIGNS[standing]} ${t(standing)}`}</span>
        ))}
        <span>{`+2 ${t('hints', { count: 2 })}`}</span>
      </p>
      {close && (
        <p aria-hidden="true" className="mb-1 hidden text-xs print:block">
          {steps.map(({ stepId }, index) => titleOf(stepId, index)).join(' · ')}
        </p>
      )}
      <section
        aria-label={t('caption')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
        tabIndex={0}
        className={classNames(
          'relative overflow-x-auto print:overflow-visible',
          close && 'print:columns-2 print:gap-8',
        )}
      >
        <table
          className={classNames(
            'w-full border-collapse text-left text-sm',
            close &&
              'print:text-[0.7rem] print:[&_td]:px-0.5 print:[&_td]:py-px print:[&_th]:px-0.5 print:[&_th]:py-px',
          )}
        >
          <caption className="sr-only">{t('caption')}</caption>
          <thead>
            <tr className="border-b border-line-strong align-bottom">
              <th scope="col" className="py-1 pr-3 font-semibold">
                {t('student')}
              </th>
              {steps.map(({ stepId }, index) => (
                <th key={stepId} scope="col" className="px-1.5 py-1 text-xs font-semibold">
                  <span
                    className={classNames('block max-w-24 min-w-16 print:min-w-0', close && 'print:hidden')}
                  >
                    {titleOf(stepId, index)}
                  </span>
                  {close && (
                    <span aria-hidden="true" className="hidden print:block">
                      {index + 1}
                    </span>
                  )}
                </th>
              ))}
              <th scope="col" className="px-1.5 py-1 text-right font-semibold">
                {t('best')}
              </th>
              <th scope="col" className="px-1.5 py-1 text-right font-semibold">
                {t('runs')}
              </th>
              <th scope="col" className="py-1 pl-1.5 text-right font-semibold">
                {t('help')}
              </th>
            </tr>
          </thead>
          <tbody>
            {students.map((student) => (
              <StudentRow key={student.id} student={student} close={close} />
            ))}
          </tbody>
          <tfoot>
            <tr className={classNames('border-t border-line-strong text-xs', close && 'print:text-[0.6rem]')}>
              <th scope="row" className="py-1 pr-3 text-left font-semibold">
                {t('all')}
              </th>
              {steps.map(({ stepId, reached, done, time }) => (
                <td key={stepId} className="tabular px-1.5 py-1">
                  {close && (
                    <span aria-hidden="true" className="hidden print:block">
                      {done === null ? reached : `${done}/${reached}`}
                    </span>
                  )}
                  <span className={classNames('block', close && 'print:hidden')}>
                    {done === null
                      ? t('reachedBy', { count: reached })
                      : t('doneBy', { count: done, of: reached })}
                  </span>
                  {time !== null && (
                    <span className={classNames('block text-ink-soft', close && 'print:hidden')}>
                      {numbers.duration(time)}
                    </span>
                  )}
                </td>
              ))}
              <td colSpan={3} />
            </tr>
          </tfoot>
        </table>
      </section>
    </ReportSection>
  );
}

function StudentRow({
  student: { nickname, mark, steps, best, runs, help },
  close,
}: {
  student: ReportStudent;
  close: boolean;
}) {
  const t = useTranslations('report.reached');
  const shown = useShownWords();
  const calls = [
    ...(help.asked > 0 ? [t('askedTimes', { count: help.asked })] : []),
    ...(help.offered > 0 ? [t('offeredIt')] : []),
  ];
  return (
    <tr className="border-b border-line">
      <th scope="row" className="py-1 pr-3 font-normal">
        <span className="flex min-w-0 items-center gap-2">
          <StudentMark mark={mark} className={classNames('size-4.5 shrink-0', close && 'print:size-3')} />
          <span translate="no" className="max-w-44 truncate">
            {nickname}
          </span>
        </span>
      </th>
      {steps.map(({ standing, hints }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a class are these, in this order.
        <td key={index} className="px-1.5 py-1">
          <span aria-hidden="true">{SIGNS[standing]}</span>
          <span className="sr-only">{t(standing)}</span>
          {hints > 0 && (
            <span
              className={classNames(
                'tabular ml-1 text-xs text-ink-soft',
                close && 'print:ml-0 print:text-[0.6rem]',
              )}
            >
              <span aria-hidden="true">{`+${hints}`}</span>
              <span className="sr-only">{t('hints', { count: hints })}</span>
            </span>
          )}
        </td>
      ))}
      <td className="tabular px-1.5 py-1 text-right whitespace-nowrap">
        {best === null
          ? '–'
          : best.checked
            ? shown(best.shown)
            : t('unchecked', { value: shown(best.shown) })}
      </td>
      <td className="tabular px-1.5 py-1 text-right">{runs}</td>
      <td className="tabular py-1 pl-1.5 text-right whitespace-nowrap">
        {calls.length === 0 ? '–' : calls.join(' · ')}
      </td>
    </tr>
  );
}
