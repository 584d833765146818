'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useShownWords } from '@/client/challenge/use-shown-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import { StudentMark } from '@/client/ui/student-mark';
import type { GroupMark, GroupReport } from '@/protocol/report';
import type { NamedLesson } from './group-lessons';
import { ReportSection } from './report-section';

/** On paper a table of so few lessons leaves half of the sheet empty: its halves stand beside each other there. */
const MOST_BESIDE = 3;
/** More students than so many have smaller lines on paper, so that sixty and what stood out are on one sheet. */
export const MOST_WIDE = 36;

/** Students by lessons: steps that were done, and the best. */
export function GroupTable({ report, lessons }: { report: GroupReport; lessons: readonly NamedLesson[] }) {
  const t = useTranslations('report');
  const unknown = useTranslations('review.unknown');
  const format = useFormatter();
  const numbers = useNumbers();
  const close = report.students.length > MOST_WIDE;
  const padding = classNames('py-1', close && 'print:py-px');
  return (
    <ReportSection title={t('reached.title')}>
      <p className="mb-2 text-xs text-ink-soft">{t('group.lead')}</p>
      <section
        aria-label={t('group.caption')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
        tabIndex={0}
        className={classNames(
          'relative overflow-x-auto print:overflow-visible',
          lessons.length <= MOST_BESIDE && 'print:columns-2 print:gap-8',
        )}
      >
        <table
          className={classNames('w-full border-collapse text-left text-sm', close && 'print:text-[0.7rem]')}
        >
          <caption className="sr-only">{t('group.caption')}</caption>
          <thead>
            <tr className="border-b border-line-strong align-bottom">
              <th scope="col" className="py-1 pr-3 font-semibold">
                {t('reached.student')}
              </th>
              {lessons.map(({ id, title, at }) => (
                <th key={id} scope="col" className="px-1.5 py-1 text-xs font-semibold">
                  <span className="block max-w-32 min-w-20 print:min-w-0">{title ?? unknown('lesson')}</span>
                  <span className="block font-normal whitespace-nowrap">{format.dateTime(at, 'day')}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.students.map(({ id, nickname, mark, lessons: marks }) => (
              <tr key={id} className="border-b border-line">
                <th scope="row" className={classNames(padding, 'pr-3 font-normal')}>
                  <span className="flex min-w-0 items-center gap-2">
                    <StudentMark
                      mark={mark}
                      className={classNames('size-4.5 shrink-0', close && 'print:size-3.5')}
                    />
                    <span translate="no" className="max-w-44 truncate">
                      {nickname}
                    </span>
                  </span>
                </th>
                {lessons.map((lesson, index) => (
                  <td
                    key={lesson.id}
                    className={classNames(padding, 'tabular px-1.5 print:whitespace-nowrap')}
                  >
                    <Mark mark={marks[index] ?? null} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          {lessons.some(({ gain }) => gain?.shares) && (
            <tfoot>
              <tr>
                <th scope="row" className="py-1 pr-3 font-normal">
                  {t('gain.row')}
                </th>
                {lessons.map(({ id, gain }) => (
                  <td key={id} className="tabular px-1.5 py-1">
                    {gain?.shares?.gain == null
                      ? '–'
                      : t('gain.of', { gain: numbers.decimal(gain.shares.gain, 2), both: gain.both })}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </section>
    </ReportSection>
  );
}

function Mark({ mark }: { mark: GroupMark | null }) {
  const t = useTranslations('report');
  const shown = useShownWords();
  if (mark === null) {
    return (
      <>
        <span aria-hidden="true">–</span>
        <span className="sr-only">{t('group.away')}</span>
      </>
    );
  }
  const { done, of, best } = mark;
  const steps = of === 0 ? t('group.there') : t('group.steps', { done, of });
  return (
    <>
      <span className="whitespace-nowrap">{steps}</span>
      {best && (
        <>
          <span aria-hidden="true"> · </span>
          <span className="whitespace-nowrap">
            {best.checked ? shown(best.shown) : t('reached.unchecked', { value: shown(best.shown) })}
          </span>
        </>
      )}
    </>
  );
}
