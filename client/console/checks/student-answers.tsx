'use client';

import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { useFollowedStudent } from '@/client/console/use-followed-student';
import { useClassLesson } from '@/client/lesson/given-lesson';
import { choiceLetter } from '@/client/lesson/words/choice-letter';
import { plainWords } from '@/client/lesson/words/markup';
import { useSnapshot } from '@/client/live/use-class-session';
import type { ClassFacts } from '@/protocol/views';

/** What this student has answered to the check of the step in front, in words; nothing where there is no answer. */
export function StudentAnswers({ studentId }: { studentId: string }) {
  const { session } = useConsole();
  const facts = useSnapshot(session).view?.class;
  return facts ? <Answers facts={facts} studentId={studentId} /> : null;
}

function Answers({ facts, studentId }: { facts: ClassFacts; studentId: string }) {
  const t = useTranslations('console.answers');
  const lesson = useClassLesson(facts);
  const { done } = useFollowedStudent(studentId);
  const check = lesson?.steps.find(({ id }) => id === done?.stepId)?.check;
  if (!check || !done?.answers) return null;
  const { first, last } = done.answers;
  const said = (choice: number) =>
    `${choiceLetter(choice)} · ${plainWords(check.choices[choice] ?? '')} (${t(choice === check.right ? 'isRight' : 'isWrong')})`;
  return (
    <section data-testid="student-answers" className="text-sm">
      <h3 className="font-semibold">{t('title')}</h3>
      <p>{plainWords(check.question)}</p>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
        <dt className="text-ink-soft">{t('first')}</dt>
        <dd>{said(first)}</dd>
        {first !== last && (
          <>
            <dt className="text-ink-soft">{t('last')}</dt>
            <dd>{said(last)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
