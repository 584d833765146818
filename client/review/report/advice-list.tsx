'use client';

import { useTranslations } from 'use-intl';
import type { WrittenLesson } from '@/lessons/written';
import type { SittingReport } from '@/protocol/report';
import type { NextLesson } from './next-lesson';
import { adviceWords } from './question-words';
import { ReportSection } from './report-section';
import { useAdviceText } from './use-advice-text';
import { useNameList } from './use-name-list';

interface Props {
  report: SittingReport;
  lesson: WrittenLesson | null;
  next: NextLesson | null;
}

/** What to do in the next lesson: what the data say, and the question that comes next. */
export function AdviceList({ report, lesson, next }: Props) {
  const t = useTranslations('report.advice');
  const say = useAdviceText(useNameList(report.students));
  const lines = [
    ...report.advice.map((advice) => say(advice, adviceWords(lesson, advice))),
    ...(report.advice.length === 0 ? [t('nothing')] : []),
    ...(next === null ? [] : [t('next', { ...next })]),
  ];
  return (
    <ReportSection title={t('title')}>
      <ol className="flex list-decimal flex-col gap-1 pl-5 text-sm">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </ReportSection>
  );
}
