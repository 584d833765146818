'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useShownWords } from '@/client/challenge/use-shown-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { OwnLesson } from '@/client/student/own-lessons';
import { Card } from '@/client/ui/card';
import { FeedbackList } from './feedback-list';
import { LearntPart } from './learnt-part';
import { OwnDrawingsRow } from './own-drawings-row';
import { OwnRunList } from './own-run-list';

/** One lesson on a student's own page: what it was about, what came of it, and all that was made. */
export function LessonCard({ lesson, token }: { lesson: OwnLesson; token: string }) {
  const t = useTranslations('classroom.ownPage');
  const book = useTranslations('review.book');
  const unknown = useTranslations('review.unknown');
  const format = useFormatter();
  const numbers = useNumbers();
  const shown = useShownWords();
  const { text, at, over, record, runs, parts, feedback, drawings } = lesson;
  const { best, guesses, time } = record;
  const facts = [
    ...(best === null ? [] : [t(best.checked ? 'best' : 'trained', { value: shown(best.shown) })]),
    ...(parts === null ? [] : [t('parts', parts)]),
    ...(runs.length > 0 ? [book('runs', { count: runs.length }), numbers.duration(time)] : []),
    ...(guesses.made > 0 ? [book('guesses', { right: guesses.right, count: guesses.made })] : []),
  ];
  return (
    <Card as="section" title={text?.title ?? unknown('lesson')} flush>
      <p className="tabular px-4 text-sm text-ink-soft sm:px-5">
        {[
          over ? format.dateTime(at, 'moment') : t('running'),
          ...(facts.length > 0 ? facts : [t('came')]),
        ].join(' · ')}
      </p>
      {text && (
        <p className="max-w-prose px-4 pt-2 pb-4 sm:px-5">
          <b className="font-semibold">{text.question}</b> <span>{text.summary}</span>
        </p>
      )}
      <LearntPart lesson={lesson} />
      <FeedbackList feedback={feedback} runs={runs} token={token} />
      <OwnDrawingsRow drawings={drawings} />
      {runs.length > 0 && <OwnRunList runs={runs} over={over} token={token} />}
    </Card>
  );
}
