'use client';

import { useTranslations } from 'use-intl';
import { plainWords } from '@/client/lesson/words/markup';
import type { WrittenLesson } from '@/lessons/written';
import type { ReportQuestion, SittingReport } from '@/protocol/report';
import { questionOf, stepTitle } from './question-words';
import { ReportSection } from './report-section';
import { useNameList } from './use-name-list';

/** What was answered to each question, by whom, and what the doctor found: what may have been misunderstood. */
export function QuestionList({ report, lesson }: { report: SittingReport; lesson: WrittenLesson | null }) {
  const t = useTranslations('report.questions');
  const doctor = useTranslations('doctor.kinds');
  const names = useNameList(report.students);
  const { questions, findings, students } = report;
  return (
    <ReportSection title={t('title')}>
      {questions.length === 0 && findings.length === 0 ? (
        <p className="text-sm">{t('none')}</p>
      ) : (
        <ul className="gap-8 text-sm lg:columns-2 print:columns-2">
          {questions.map((question) => (
            <Question
              key={`${question.kind} ${question.stepId}`}
              question={question}
              lesson={lesson}
              names={names}
            />
          ))}
          {findings.map(({ kind, studentIds }) => (
            <li key={kind} className="mb-2.5 break-inside-avoid">
              {t('finding', {
                finding: doctor(`${kind}.title`),
                count: studentIds.length,
                of: students.length,
                names: names(studentIds),
              })}
            </li>
          ))}
        </ul>
      )}
    </ReportSection>
  );
}

interface QuestionProps {
  question: ReportQuestion;
  lesson: WrittenLesson | null;
  names(ids: readonly string[]): string;
}

function Question({ question, lesson, names }: QuestionProps) {
  const t = useTranslations('report.questions');
  const { stepId, kind, counts, right, wrong, corrected } = question;
  const asked = questionOf(lesson, question);
  const of = counts.reduce((sum, count) => sum + count, 0);
  const wrongCount = wrong.reduce((sum, { studentIds }) => sum + studentIds.length, 0);
  return (
    <li className="mb-2.5 break-inside-avoid">
      <p className="font-semibold">
        {t(kind, { step: stepTitle(lesson, stepId), question: asked.question })}
      </p>
      <ul className="mt-0.5 flex flex-col gap-0.5 pl-4">
        {counts.map((count, choice) => {
          const own = wrong.find((one) => one.choice === choice);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: choices are told by their places.
            <li key={choice} className={choice === right ? 'font-semibold' : undefined}>
              <span>
                {t('choice', {
                  choice: plainWords(asked.choices[choice] ?? String(choice + 1)),
                  ...{ count, of },
                  right: String(choice === right),
                })}
              </span>
              {own && <span className="font-normal text-ink-soft">{` ${names(own.studentIds)}`}</span>}
            </li>
          );
        })}
      </ul>
      {kind === 'check' && wrongCount > 0 && (
        <p className="pl-4 text-ink-soft">{t('corrected', { corrected, of: wrongCount })}</p>
      )}
    </li>
  );
}
