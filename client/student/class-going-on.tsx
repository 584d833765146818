'use client';

import { ArrowRight, Hand } from 'lucide-react';
import {
  type ComponentProps,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslations } from 'use-intl';
import { type ClassDevicesPlace, ClassDevicesProvider } from '@/client/benches/compute/class-devices-place';
import { type DigitsPlace, DigitsPlaceProvider } from '@/client/benches/digits/digits-place';
import { preloadBench } from '@/client/benches/registry';
import { RunAnnouncer } from '@/client/benches/run/run-announcer';
import { RunBar } from '@/client/benches/run/run-bar';
import { LessonFrame, type Surroundings } from '@/client/lesson/lesson-frame';
import { wantsGuess } from '@/client/lesson/predictions/predictions';
import { useClassPredictions } from '@/client/lesson/predictions/use-class-predictions';
import { GlossaryButton } from '@/client/lesson/words/glossary-button';
import { GlossaryProvider } from '@/client/lesson/words/glossary-dialog';
import type { StudentSession } from '@/client/live/class-session';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import { Button } from '@/client/ui/button';
import type { Elements } from '@/client/ui/elements';
import { LiveRegion } from '@/client/ui/live-region';
import { isDigitsBench } from '@/lessons/bench';
import { challengeOf, usesTrainer } from '@/lessons/benches';
import type { WrittenLesson } from '@/lessons/written';
import type { StudentView } from '@/protocol/views';
import { ClassFrame } from './class-frame';
import { StandingLine } from './class-standing';
import { useCondition } from './use-condition';
import { useFrontBench } from './use-front-bench';

interface Props {
  frame: Omit<ComponentProps<typeof ClassFrame>, 'children' | 'foot'>;
  session: StudentSession;
  view: StudentView;
  lesson: WrittenLesson;
  /** The trainer of the page; null where the lesson trains no digits. */
  trainer: { training: BenchTraining; snapshot: TrainingSnapshot } | null;
  online: boolean;
}

/** The class under way: the step's words beside its bench, and for lessons that train digits the one bar at the foot. */
export function ClassGoingOn({ frame, session, view, lesson, trainer, online }: Props) {
  const t = useTranslations('classroom');
  const { steps } = lesson;
  const index = Math.min(view.class.stepIndex, steps.length - 1);
  const step = steps[index]!;
  const front = useFrontBench(steps, index);
  const { paused, dealSeed } = view.class;
  const { standing, board, ownRow, me } = view;
  const said = useSaidWhenPaused(paused);

  const found = useCondition(session, trainer?.snapshot.current?.findings ?? null);

  const surroundings = useMemo<Surroundings>(
    () => ({
      kind: 'class',
      seed: dealSeed,
      held: paused ? t('paused.title') : null,
      handIn: (answer) => session.handIn(answer),
      standing,
      board: board && { board, ownRow, ownName: me.nickname },
      found,
    }),
    [dealSeed, paused, standing, board, ownRow, me.nickname, session, found, t],
  );
  const predictions = useClassPredictions(session, view.predictions, online);
  const readRun = useCallback((runId: string) => session.readRun(runId), [session]);
  const digits: DigitsPlace = {
    front: front.front,
    onFront: front.setFront,
    classAt: isDigitsBench(step.bench) ? step.bench : null,
    view,
    readRun,
    onDrawing: front.setDrawing,
  };

  // Digits have their board on the bench, beside the network that is handed in.
  const checked = challengeOf({ steps: [steps[front.at]!] }) !== null;

  const { devices, ownDevice } = view;
  const measured = useMemo<ClassDevicesPlace>(
    () => ({
      devices,
      own: ownDevice,
      online,
      report: (measurement) => session.command({ type: 'measurement:report', ...measurement }),
    }),
    [devices, ownDevice, online, session],
  );

  // The next bench comes while the class is still at this one.
  const following = steps[index + 1]?.bench;
  useEffect(() => {
    if (following) preloadBench(following);
  }, [following]);

  const notice = paused ? (
    <BarNotice icon={<Hand aria-hidden="true" className="size-5 shrink-0 text-accent" />}>
      <strong>{t('paused.title')}</strong> <span className="text-ink-soft">{t('paused.text')}</span>
    </BarNotice>
  ) : front.offered === null ? undefined : (
    <BarNotice icon={<ArrowRight aria-hidden="true" className="size-5 shrink-0 text-accent" />}>
      <span className="mr-3">{t('step.changedMeanwhile', { step: index + 1, title: step.text.title })}</span>
      <Button size="sm" onClick={front.follow}>
        {t('step.go')}
      </Button>
    </BarNotice>
  );
  const foot =
    trainer === null || !usesTrainer(steps[front.at]!.bench) ? (
      notice && <div className="sticky bottom-0 z-20 low:static border-t border-line-strong">{notice}</div>
    ) : (
      <RunBar
        training={trainer.training}
        snapshot={trainer.snapshot}
        ended={false}
        online={online}
        guessFirst={wantsGuess(steps[front.at]!, predictions)}
        notice={notice}
      />
    );

  return (
    <GlossaryProvider>
      <DigitsPlaceProvider place={digits}>
        <ClassFrame {...frame} wide actions={<GlossaryButton />} foot={foot}>
          <ClassDevicesProvider place={measured}>
            <LessonFrame
              lesson={lesson}
              index={front.at}
              done={steps.slice(0, index).map(({ id }) => id)}
              surroundings={surroundings}
              predictions={predictions}
              nav={checked && <StandingLine view={view} />}
            />
          </ClassDevicesProvider>
          <LiveRegion>{said}</LiveRegion>
          {trainer !== null && <RunAnnouncer current={trainer.snapshot.current} />}
        </ClassFrame>
      </DigitsPlaceProvider>
    </GlossaryProvider>
  );
}

function BarNotice({ icon, children }: { icon: Elements; children: ReactNode }) {
  return (
    <div className="border-b border-line bg-accent-soft">
      <p className="page-width flex min-h-11 items-center gap-3 py-1.5 text-sm">
        {icon}
        <span>{children}</span>
      </p>
    </div>
  );
}

/** What to read out when the teacher pauses the class and when it goes on; silent at first. The frame says the steps. */
function useSaidWhenPaused(paused: boolean): string {
  const t = useTranslations('classroom');
  const [said, setSaid] = useState('');
  const before = useRef(paused);
  useEffect(() => {
    if (before.current === paused) return;
    before.current = paused;
    setSaid(paused ? `${t('paused.title')}. ${t('paused.text')}` : t('resumed'));
  }, [paused, t]);
  return said;
}
