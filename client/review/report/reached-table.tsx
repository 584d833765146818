'use client';

import { useTranslations } from 'use-intl';
import { useShownWords } from '@/client/challenge/use-shown-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import { StudentMark } from '@/client/ui/student-mark';
import type { WrittenLesson } from '@/lessons/written';
import type { ReportStudent, SittingReport, StepStanding } from '@/protocol/report';
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
  return (
    <ReportSection title={t('title')}>
      <p className="mb-2 flex flex-wrap gap-x-4 text-xs text-ink-soft">
        {STANDINGS.map((standing) => (
          <span key={standing}>{`${SIGNS[standing]} ${t(standing)}`}</span>
        ))}
        <span>{`+2 ${t('hints', { count: 2 })}`}</span>
      </p>
      <section
        aria-label={t('caption')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
        tabIndex={0}
        className="relative overflow-x-auto print:overflow-visible"
      >
        <table className="w-full border-collapse text-left text-sm">
          <caption className="sr-only">{t('caption')}</caption>
          <thead>
            <tr className="border-b border-line-strong align-bottom">
              <th scope="col" className="py-1 pr-3 font-semibold">
                {t('student')}
              </th>
              {steps.map(({ stepId }, index) => (
                <th key={stepId} scope="col" className="px-1.5 py-1 text-xs font-semibold">
                  <span className="block max-w-24 min-w-16 print:min-w-0">{`${index + 1}. ${stepTitle(lesson, stepId)}`}</span>
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
              <StudentRow key={student.id} student={student} />
            ))}
          </tbody>
          <tfoot>
            <tr className="border-t border-line-strong text-xs">
              <th scope="row" className="py-1 pr-3 text-left font-semibold">
                {t('all')}
              </th>
              {steps.map(({ stepId, reached, done, time }) => (
                <td key={stepId} className="tabular px-1.5 py-1">
                  <span className="block">
                    {done === null
                      ? t('reachedBy', { count: reached })
                      : t('doneBy', { count: done, of: reached })}
                  </span>
                  {time !== null && <span className="block text-ink-soft">{numbers.duration(time)}</span>}
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

function StudentRow({ student: { nickname, mark, steps, best, runs, help } }: { student: ReportStudent }) {
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
          <StudentMark mark={mark} className="size-4.5 shrink-0" />
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
            <span className="tabular ml-1 text-xs text-ink-soft">
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
