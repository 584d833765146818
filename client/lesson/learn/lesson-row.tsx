'use client';

import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useProgress } from '@/client/lesson/alone/use-progress';
import { LessonNode } from './lesson-node';

interface Props {
  lesson: {
    id: string;
    number: number;
    minutes: readonly [least: number, most: number];
    title: string;
    question: string;
    summary: string;
    steps: readonly { id: string; goals: readonly { id: string }[] }[];
  };
}

/** One lesson in the argument: its question first, then what it is called and how far this visitor is. */
export function LessonRow({ lesson }: Props) {
  const t = useTranslations('lesson.learn');
  const progress = useProgress(lesson);
  const count = lesson.steps.length;
  const done = progress.done.length;
  const [least, most] = lesson.minutes;
  const begun = (progress.met > 0 || progress.skipped.length > 0) && done < count;
  const href = begun ? `/learn/${lesson.id}?step=${lesson.steps[progress.next]!.id}` : `/learn/${lesson.id}`;
  return (
    <li
      data-lesson={lesson.id}
      data-done={done}
      className="group/row relative grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-4 sm:grid-cols-[3.5rem_minmax(0,1fr)] sm:gap-x-6"
    >
      <LessonNode number={lesson.number} share={progress.met / progress.goals} />
      <div className="relative mb-4 grid grid-cols-[minmax(0,1fr)] items-center gap-x-8 gap-y-3 rounded-lg border border-line bg-surface-raised px-4 py-4 shadow-card transition-colors group-hover/row:border-ink sm:px-6 md:grid-cols-[minmax(0,1fr)_auto]">
        <div className="min-w-0">
          <p className="font-display text-sm font-bold text-accent">
            <span className="sr-only">{`${t('number', { number: lesson.number })}: `}</span>
            <span>{lesson.title}</span>
          </p>
          <h2 className="mt-0.5 text-lg sm:text-xl">
            {/* The link covers the whole card. */}
            <Link href={href} className="text-ink no-underline after:absolute after:inset-0 after:rounded-lg">
              {lesson.question}
            </Link>
          </h2>
          <p className="mt-1 max-w-3xl text-sm text-ink-soft">{lesson.summary}</p>
        </div>
        <div className="flex flex-wrap items-center justify-between gap-x-4 text-sm md:w-44 md:flex-col md:items-end md:gap-1">
          <p className="tabular text-ink-soft">{t('minutes', { least, most })}</p>
          <p className="tabular text-ink-soft" data-testid="lesson-progress">
            {progress.met === 0
              ? t('steps', { count })
              : t('progress', { met: progress.met, count: progress.goals })}
          </p>
          <p
            aria-hidden="true"
            className="flex items-center gap-1.5 font-semibold text-accent group-hover/row:underline"
          >
            <span>{t(begun ? 'goOn' : done === 0 ? 'start' : 'again')}</span>
            <ArrowRight className="size-4" />
          </p>
        </div>
      </div>
    </li>
  );
}
