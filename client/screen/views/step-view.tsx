'use client';

import { useTranslations } from 'use-intl';
import { DoneStrip } from '@/client/everybody/done-strip';
import { useClassLesson } from '@/client/lesson/given-lesson';
import { plainWords } from '@/client/lesson/words/markup';
import { ScreenChallenge } from '@/client/screen/screen-challenge';
import { ScreenPacing } from '@/client/screen/screen-pacing';
import { ScreenTraining } from '@/client/screen/screen-training';
import { useScreenDone } from '@/client/screen/use-screen-done';
import { BENCHES, usesTrainer } from '@/lessons/benches';
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
      <p className="max-w-[46ch] text-screen">{text && plainWords(text.task)}</p>
      <section className="flex min-h-0 flex-1 flex-col justify-end gap-[3vh]">
        <ClassProgress session={session} view={view} />
      </section>
    </ViewFrame>
  );
}

/** What the wall has room for under a task: at a challenge how it goes, elsewhere how far the class is with the step, and how it trains. */
function ClassProgress({ session, view }: Pick<ScreenViewProps, 'session' | 'view'>) {
  const { class: facts, progress } = view;
  const lesson = useClassLesson(facts);
  const { lines, of } = useScreenDone(session, view);
  const bench = lesson?.steps[facts.stepIndex]?.bench;
  const trains = bench !== undefined && usesTrainer(bench);
  if (progress && (lines.length === 0 || (bench !== undefined && BENCHES[bench].challenge !== null)))
    return <ScreenChallenge session={session} hereCount={facts.hereCount} progress={progress} />;
  return (
    <>
      <DoneStrip wall lines={lines} of={of} />
      {trains && <ScreenTraining session={session} hereCount={facts.hereCount} brief={lines.length > 0} />}
    </>
  );
}
