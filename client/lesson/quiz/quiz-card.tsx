'use client';

import { ClipboardCheck } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { Button } from '@/client/ui/button';
import { Form } from '@/client/ui/form';
import type { WrittenLesson } from '@/lessons/written';
import type { QuizChoices } from '@/protocol/quiz';
import type { QuizTime } from '@/protocol/quiz-times';
import type { Quiz } from './quiz';
import { QuizQuestion } from './quiz-question';
import { QuizResult } from './quiz-result';

interface Props {
  lesson: Pick<WrittenLesson, 'quiz'>;
  quiz: Quiz;
  when: QuizTime;
  /** Begins folded to one line, with a way to put it away. */
  folded?: boolean;
}

/** Two questions before the lesson or after it. Nobody has to answer; what is right is told after the lesson alone. */
export function QuizCard({ lesson, quiz, when, folded = false }: Props) {
  const t = useTranslations('lesson.quiz');
  const refusalText = useRefusalText();
  const id = useId();
  const [open, setOpen] = useState(!folded);
  const [away, setAway] = useState(false);
  const [chosen, setChosen] = useState<QuizChoices>([null, null]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  /** Just now, on this page. */
  const [handedIn, setHandedIn] = useState(false);
  const questions = lesson.quiz[when];
  const given = quiz.own[when];
  if (given !== null) {
    if (when === 'after')
      return <QuizResult questions={questions} own={quiz.own} beforehand={lesson.quiz.before} />;
    return handedIn ? (
      <p role="status" className="mb-4 text-sm text-ink-soft">
        {t('thanks')}
      </p>
    ) : null;
  }
  if (away) return null;
  const handIn = async () => {
    setBusy(true);
    const answer = await quiz.answer(when, chosen);
    setBusy(false);
    setHandedIn(answer.ok);
    setProblem(answer.ok ? null : t('failed', { reason: refusalText(answer.code) }));
  };
  return (
    <section
      aria-label={t(`title.${when}`)}
      data-testid="quiz"
      data-when={when}
      className="mb-4 rounded-lg border border-line bg-surface-raised px-4 py-3 shadow-card"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <ClipboardCheck aria-hidden="true" className="size-5 shrink-0 text-accent" />
        <p className="min-w-0 flex-1 basis-56 text-sm">
          <strong>{t(`title.${when}`)}</strong> <span>{t(`lead.${when}`)}</span>
        </p>
        {folded && (
          <span className="flex gap-2">
            <Button
              size="sm"
              look="secondary"
              aria-expanded={open}
              aria-controls={id}
              onClick={() => setOpen(!open)}
            >
              {t('open')}
            </Button>
            <Button size="sm" look="quiet" onClick={() => setAway(true)}>
              {t('notNow')}
            </Button>
          </span>
        )}
      </div>
      {open && (
        <Form
          id={id}
          className="mt-3 flex flex-col items-start gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            void handIn();
          }}
        >
          {questions.map((question, at) => (
            <QuizQuestion
              key={question.question}
              question={question}
              chosen={chosen[at] ?? null}
              onChoose={(choice) => setChosen(at === 0 ? [choice, chosen[1]] : [chosen[0], choice])}
            />
          ))}
          <Button
            type="submit"
            look="primary"
            busy={busy}
            disabledReason={chosen.includes(null) ? t('chooseFirst') : undefined}
          >
            {t('handIn')}
          </Button>
          {problem !== null && (
            <p role="alert" className="text-sm font-semibold text-danger">
              {problem}
            </p>
          )}
        </Form>
      )}
    </section>
  );
}
