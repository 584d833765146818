'use client';

import { useTranslations } from 'use-intl';
import { useClassLesson } from '@/client/lesson/given-lesson';
import { plainWords } from '@/client/lesson/words/markup';
import { Phrased } from '@/client/lesson/words/phrased';
import { ScreenPacing } from '@/client/screen/screen-pacing';
import { ScreenProgress } from '@/client/screen/screen-progress';
import type { ScreenViewProps } from './screen-view';
import { ViewFrame } from './view-frame';

/** The step with its task, to be read from the back, and how far the class is. */
export function StepView({ session, view, origins }: ScreenViewProps) {
  const t = useTranslations('screen');
  const { class: facts } = view;
  const lesson = useClassLesson(facts);
  const text = lesson?.steps[facts.stepIndex]?.text;
  return (
    <ViewFrame
      view={view}
      origins={origins}
      over={t('step', { number: facts.stepIndex + 1, total: lesson?.steps.length ?? 1 })}
      title={text?.title ?? ''}
    >
      <p className="empty:hidden">
        <ScreenPacing facts={facts} count={lesson?.steps.length ?? 1} />
      </p>
      <p className="max-w-[46ch] text-screen">{text && <Phrased>{plainWords(text.task)}</Phrased>}</p>
      <section className="flex min-h-0 flex-1 flex-col justify-end gap-[3vh]">
        <ScreenProgress session={session} view={view} />
      </section>
    </ViewFrame>
  );
}
