'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { DataProgress } from '@/client/benches/run/data-progress';
import { QuizCard } from '@/client/lesson/quiz/quiz-card';
import { useClassQuiz } from '@/client/lesson/quiz/use-class-quiz';
import { useArrivals } from '@/client/lesson/use-arrivals';
import type { StudentSession } from '@/client/live/class-session';
import type { TrainingSnapshot } from '@/client/training/training';
import { LiveRegion } from '@/client/ui/live-region';
import { StudentMark } from '@/client/ui/student-mark';
import type { WrittenLesson } from '@/lessons/written';
import type { StudentView } from '@/protocol/views';
import { OwnPageButton } from './own-page-button';

interface Props {
  session: StudentSession;
  view: StudentView;
  lesson: WrittenLesson;
  /** What the trainer has loaded; null where the lesson needs none. */
  trainer: Pick<TrainingSnapshot, 'progress'> | null;
}

/** Before the class begins: who you are, who is here, what is coming, and that everything is ready. */
export function StudentLobby({ session, view, lesson, trainer }: Props) {
  const t = useTranslations('classroom');
  const quiz = useClassQuiz(session, view.quiz);
  const words = lesson.text;
  const { hereCount } = view.class;
  const arrived = useArrivals(hereCount, (before, now) =>
    now > before ? t('lobby.arrived', { more: now - before, count: now }) : null,
  );
  const progress = trainer?.progress ?? null;
  const loaded =
    trainer === null ||
    (progress !== null && progress.totalExamples > 0 && progress.examples >= progress.totalExamples);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:gap-10 lg:pt-6">
      <section className="graph-paper flex flex-col items-center gap-4 rounded-lg border border-line-strong px-6 py-10 text-center shadow-card">
        <StudentMark mark={view.me.mark} className="size-28" decorative={false} />
        <h1 className="max-w-full text-2xl break-words">
          {t('lobby.title', { nickname: view.me.nickname })}
        </h1>
        <p className="max-w-prose text-ink-soft">{t('lobby.text')}</p>
        <p className="tabular font-semibold">{t('lobby.count', { count: hereCount })}</p>
        <LiveRegion>{arrived}</LiveRegion>
        <div className="min-h-12 w-full max-w-sm text-left">
          {loaded ? (
            <p className="flex items-center justify-center gap-2 text-sm font-semibold text-ok">
              <Check aria-hidden="true" className="size-4.5" />
              <span>{t('lobby.ready')}</span>
            </p>
          ) : (
            <DataProgress progress={progress} />
          )}
        </div>
        <OwnPageButton code={view.class.code} />
      </section>
      <section>
        {quiz && <QuizCard lesson={lesson} quiz={quiz} when="before" />}
        <h2 className="text-sm font-semibold text-ink-soft">{t('lobby.next')}</h2>
        <p className="mt-1 font-display text-xl font-bold">{words.title}</p>
        <p className="mt-1 text-lg text-accent">{words.question}</p>
        {lesson.note !== undefined && (
          <p className="mt-3 max-w-prose border-l-4 border-accent pl-3">{lesson.note}</p>
        )}
        <p className="mt-3 max-w-prose">{words.summary}</p>
        <ol className="mt-5 flex flex-col">
          {lesson.steps.map((step, index) => (
            <li key={step.id} className="relative flex gap-3 pb-4 last:pb-0">
              {index < lesson.steps.length - 1 && (
                <span aria-hidden="true" className="absolute top-8 bottom-0 left-3.75 w-px bg-line-strong" />
              )}
              <span
                aria-hidden="true"
                className="tabular grid size-8 shrink-0 place-items-center rounded-full border-2 border-accent font-display text-sm font-bold"
              >
                {index + 1}
              </span>
              <span className="pt-1 font-semibold">{step.text.title}</span>
            </li>
          ))}
        </ol>
        <p className="tabular mt-4 text-sm text-ink-soft">
          {t('lobby.minutes', { least: lesson.minutes[0], most: lesson.minutes[1] })}
        </p>
      </section>
    </div>
  );
}
