'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { LessonScript } from '@/client/lesson/words/lesson-script';
import { Card } from '@/client/ui/card';
import type { WrittenLesson } from '@/lessons/written';
import type { TeacherView } from '@/protocol/views';
import { HandButton } from './hand/hand-button';
import { PacingControl } from './leading/pacing-control';
import { StepStrip } from './leading/step-strip';
import { useMay } from './may';

interface Props {
  view: TeacherView;
  lesson: WrittenLesson;
}

/** What the class reads at this moment, short, the whole text on demand; and the way to any other step. */
export function StepPreview({ view, lesson }: Props) {
  const t = useTranslations('console.step');
  const common = useTranslations('common');
  const vote = useTranslations('console.vote');
  const leads = useMay('lead');
  const step = lesson.steps[view.class.stepIndex];
  const titles = useMemo(() => lesson.steps.map(({ text }) => text.title), [lesson]);
  if (!step) return null;
  const text = step.text;
  return (
    <Card as="section" title={text.title} aria-label={t('title')}>
      <StepStrip view={view} titles={titles} />
      <p className="text-sm">
        <span className="font-semibold">{`${common('behindName', { name: t('task') })} `}</span>
        <LessonScript text={text.task} />
      </p>
      <details className="mt-2 text-sm">
        <summary className="min-h-8 py-1 font-semibold text-ink-soft hover:text-ink">{t('read')}</summary>
        <div className="flex flex-col gap-2 pt-1">
          {[text.lead, ...text.more].map((paragraph) => (
            <p key={paragraph}>
              <LessonScript text={paragraph} />
            </p>
          ))}
        </div>
      </details>
      {view.quiz && <p className="mt-2 text-sm text-ink-soft">{vote('asked', view.quiz)}</p>}
      <p className="mt-2 text-sm">
        <a
          href={`/learn/${lesson.id}/teach`}
          target="_blank"
          rel="noopener"
          className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
        >
          {t('plan')}
        </a>
      </p>
      <HandButton className="mt-2 self-start" />
      {view.class.phase !== 'ended' && leads && (
        <div className="mt-3 border-t border-line pt-3">
          <PacingControl view={view} titles={titles} />
        </div>
      )}
    </Card>
  );
}
