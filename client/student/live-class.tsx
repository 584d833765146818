'use client';

import { ArrowRight, Hand } from 'lucide-react';
import { type ComponentProps, useCallback, useEffect, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { DigitsBench } from '@/client/benches/digits/digits-bench';
import { RunAnnouncer } from '@/client/benches/run/run-announcer';
import { RunBar } from '@/client/benches/run/run-bar';
import type { StudentSession } from '@/client/live/class-session';
import { ClassFrame } from '@/client/student/class-frame';
import { StepPanel } from '@/client/student/step-panel';
import { useFrontBench } from '@/client/student/use-front-bench';
import type { Training, TrainingSnapshot } from '@/client/training/training';
import { Button } from '@/client/ui/button';
import { LiveRegion } from '@/client/ui/live-region';
import { isDigitsBench } from '@/lessons/bench';
import type { Lesson } from '@/lessons/lesson';
import type { StudentView } from '@/protocol/views';

interface Props {
  frame: Omit<ComponentProps<typeof ClassFrame>, 'children' | 'foot'>;
  session: StudentSession;
  view: StudentView;
  lesson: Lesson;
  training: Training;
  bench: TrainingSnapshot;
  online: boolean;
}

/** The class under way: the step's words, the bench, and the one bar at the foot. */
export function LiveClass({ frame, session, view, lesson, training, bench, online }: Props) {
  const t = useTranslations('classroom');
  const language = useLocale() === 'ja' ? 'ja' : 'en';
  const { steps } = lesson;
  const index = Math.min(view.class.stepIndex, steps.length - 1);
  const step = steps[index]!;
  const place = useFrontBench(steps, index);
  const readRun = useCallback((runId: string) => session.readRun(runId), [session]);
  const said = useClassNews(index, view.class.paused, {
    step: t('step.changed', { step: index + 1, count: steps.length, title: step.text[language].title }),
    paused: `${t('paused.title')}. ${t('paused.text')}`,
    resumed: t('resumed'),
  });

  const notice = view.class.paused ? (
    <BarNotice icon={<Hand aria-hidden="true" className="size-5 shrink-0 text-accent" />}>
      <strong>{t('paused.title')}</strong> <span className="text-ink-soft">{t('paused.text')}</span>
    </BarNotice>
  ) : place.offered === null ? undefined : (
    <BarNotice icon={<ArrowRight aria-hidden="true" className="size-5 shrink-0 text-accent" />}>
      <span className="mr-3">
        {t('step.changedMeanwhile', { step: index + 1, title: step.text[language].title })}
      </span>
      <Button size="sm" onClick={place.follow}>
        {t('step.go')}
      </Button>
    </BarNotice>
  );

  return (
    <ClassFrame
      {...frame}
      foot={<RunBar training={training} snapshot={bench} ended={false} online={online} notice={notice} />}
    >
      <div className="grid gap-x-7 gap-y-4 lg:grid-cols-[17.5rem_minmax(0,1fr)]">
        <StepPanel key={step.id} text={step.text[language]} index={index} count={steps.length} />
        <DigitsBench
          training={training}
          snapshot={bench}
          front={place.front}
          onFront={place.setFront}
          classAt={isDigitsBench(step.bench) ? step.bench : null}
          view={view}
          readRun={readRun}
          onDrawing={place.setDrawing}
        />
      </div>
      <LiveRegion>{said}</LiveRegion>
      <RunAnnouncer current={bench.current} />
    </ClassFrame>
  );
}

function BarNotice({ icon, children }: { icon: React.ReactNode; children: React.ReactNode }) {
  return (
    <div className="border-b border-line bg-accent-soft">
      <p className="page-width flex min-h-11 items-center gap-3 py-1.5 text-sm">
        {icon}
        <span>{children}</span>
      </p>
    </div>
  );
}

/** What to read out when the class goes on: the step, a pause, its end. Silent at first. */
function useClassNews(
  stepIndex: number,
  paused: boolean,
  words: { step: string; paused: string; resumed: string },
): string {
  const [said, setSaid] = useState('');
  const before = useRef({ stepIndex, paused });
  // biome-ignore lint/correctness/useExhaustiveDependencies: spoken at a change of the class, not of the words.
  useEffect(() => {
    const past = before.current;
    before.current = { stepIndex, paused };
    if (past.paused !== paused) setSaid(paused ? words.paused : words.resumed);
    else if (past.stepIndex !== stepIndex) setSaid(words.step);
  }, [stepIndex, paused]);
  return said;
}
