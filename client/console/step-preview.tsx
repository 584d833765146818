'use client';

import { useTranslations } from 'use-intl';
import { Card } from '@/client/ui/card';
import type { WrittenLesson } from '@/lessons/written';
import { LessonScript } from './lesson-script';

interface Props {
  lesson: WrittenLesson;
  stepIndex: number;
}

/** What students read at this moment, short; the whole text on demand. */
export function StepPreview({ lesson, stepIndex }: Props) {
  const t = useTranslations('console.step');
  const step = lesson.steps[stepIndex];
  if (!step) return null;
  const text = step.text;
  return (
    <Card as="section" title={text.title} aria-label={t('title')}>
      <ol aria-label={t('list')} className="mb-3 flex h-3 items-center gap-1.5">
        {lesson.steps.map((other, index) => (
          <li
            key={other.id}
            aria-current={index === stepIndex ? 'step' : undefined}
            title={other.text.title}
            // Taller, too: where people ask for more contrast, its colour is near that of the others.
            className="h-1.5 flex-1 rounded-full bg-line aria-[current=step]:h-3 aria-[current=step]:bg-accent"
          >
            <span className="sr-only">
              {`${other.text.title}${index === stepIndex ? ` (${t('current')})` : ''}`}
            </span>
          </li>
        ))}
      </ol>
      <p className="text-sm">
        <span className="font-semibold">{`${t('task')}: `}</span>
        <LessonScript text={text.task} />
      </p>
      <details className="mt-2 text-sm">
        <summary className="min-h-8 py-1 font-semibold text-ink-soft hover:text-ink">{t('read')}</summary>
        <div className="flex flex-col gap-2 pt-1">
          {text.body.map((paragraph) => (
            <p key={paragraph}>
              <LessonScript text={paragraph} />
            </p>
          ))}
        </div>
      </details>
    </Card>
  );
}
