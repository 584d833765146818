'use client';

import dynamic from 'next/dynamic';
import { type ComponentProps, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ClassDevicesPlace, ClassDevicesProvider } from '@/client/benches/compute/class-devices-place';
import { type DigitsPlace, DigitsPlaceProvider, partsOf } from '@/client/benches/digits/digits-place';
import { preloadBench } from '@/client/benches/registry';
import { RaceBudget } from '@/client/benches/run/race-budget';
import { RunAnnouncer } from '@/client/benches/run/run-announcer';
import { RunBar } from '@/client/benches/run/run-bar';
import { useServerNow } from '@/client/countdown/use-server-now';
import { useTimeUp } from '@/client/countdown/use-time-up';
import { useChecks } from '@/client/lesson/checks/use-checks';
import { goalsKey, useGoalBook } from '@/client/lesson/goals/use-goal-book';
import { LessonFrame, type Surroundings } from '@/client/lesson/lesson-frame';
import { wantsGuess } from '@/client/lesson/predictions/predictions';
import { useClassPredictions } from '@/client/lesson/predictions/use-class-predictions';
import { lessonProgress } from '@/client/lesson/progress';
import { useClassQuiz } from '@/client/lesson/quiz/use-class-quiz';
import { GlossaryButton } from '@/client/lesson/words/glossary-button';
import { GlossaryProvider } from '@/client/lesson/words/glossary-dialog';
import type { StudentSession } from '@/client/live/class-session';
import type { PointsRuns } from '@/client/training/points-runs';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import { LiveRegion } from '@/client/ui/live-region';
import { patiently } from '@/client/ui/patiently';
import { isDigitsBench } from '@/lessons/bench';
import { challengeOf, usesTrainer } from '@/lessons/benches';
import type { WrittenLesson } from '@/lessons/written';
import { openSteps } from '@/protocol/pacing';
import { isSameRace, USUAL_RACE } from '@/protocol/race';
import type { StudentView } from '@/protocol/views';
import { BenchNotes } from './bench-notes';
import { ClassFrame } from './class-frame';
import { ClassNotice, hasNotice } from './class-notice';
import { StandingLine } from './class-standing';
import { ClassStepNav } from './class-step-nav';
import { HandedNotice } from './handed/handed-notice';
import { useHandedSetUp } from './handed/use-handed-set-up';
import { HelpControl } from './help/help-control';
import { useCondition } from './use-condition';
import { useFrontBench } from './use-front-bench';
import { useOpenBench } from './use-open-bench';
import { useOwnStep } from './use-own-step';
import { useVote } from './use-vote';

/** Seldom there, these: their code comes when the class is asked. */
const KnobCard = dynamic(
  patiently(() => import('./knob-card')),
  { ssr: false },
);
const AuditCard = dynamic(
  patiently(() => import('./audit-card')),
  { ssr: false },
);
const MergeCard = dynamic(
  patiently(() => import('./merge-card')),
  { ssr: false },
);
const FoolCard = dynamic(
  patiently(() => import('./fool-card')),
  { ssr: false },
);
const RoundsCard = dynamic(
  patiently(() => import('./rounds-card')),
  { ssr: false },
);
const LeakCard = dynamic(
  patiently(() => import('./leak-card')),
  { ssr: false },
);
const RelayCard = dynamic(
  patiently(() => import('./relay-card')),
  { ssr: false },
);
const EnsembleCard = dynamic(
  patiently(() => import('./ensemble-card')),
  { ssr: false },
);

interface Props {
  frame: Omit<ComponentProps<typeof ClassFrame>, 'children' | 'foot'>;
  session: StudentSession;
  view: StudentView;
  lesson: WrittenLesson;
  /** The trainer of the page; null where the lesson trains no digits. */
  trainer: { training: BenchTraining; snapshot: TrainingSnapshot } | null;
  /** What keeps trainings on points; null where the lesson has none. */
  runs: PointsRuns | null;
  online: boolean;
}

/** In a class nothing was done before there were goals. */
const NOTHING_EARLIER: readonly string[] = [];

/** The class under way: the step's words beside its bench, and for lessons that train digits the one bar at the foot. */
export function ClassGoingOn({ frame, session, view, lesson, trainer, runs, online }: Props) {
  const t = useTranslations('classroom');
  const { steps } = lesson;
  const { paused, dealSeed, pacing } = view.class;
  const [index, go] = useOwnStep(view.class, steps.length);
  const front = useFrontBench(steps, index);
  const open = openSteps(view.class, steps.length);
  const follows = pacing.mode === 'teacher';
  const { setDrawing, follow } = front;
  const onStep = useCallback(
    (at: number) => {
      // Whoever chooses a step has no hand on the paper.
      setDrawing(false);
      if (at === index) follow();
      else go(at);
      window.scrollTo({ top: 0 });
    },
    [setDrawing, follow, go, index],
  );
  const kept = useGoalBook(goalsKey({ classId: view.class.id }));
  const { done, skipped } = useMemo(() => {
    const passed = new Set(steps.slice(0, Math.max(index, open.first)).map(({ id }) => id));
    return lessonProgress(steps, kept.of, (stepId) => passed.has(stepId), NOTHING_EARLIER);
  }, [steps, index, open.first, kept.of]);
  const { standing, board, ownRow, me } = view;
  const said = useSaidWhenPaused(paused);

  const where = follows && front.at === view.class.stepIndex ? null : front.at;
  const { found, did } = useCondition(session, trainer?.snapshot.current?.findings ?? null, where);

  const { openWork, watched } = useOpenBench(session, steps[front.at]!.id);
  const handed = useHandedSetUp(session, view, openWork, steps[front.at]!.id);

  const surroundings = useMemo<Surroundings>(
    () => ({
      kind: 'class',
      seed: dealSeed,
      held: paused ? t('paused.title') : null,
      handIn: (answer) => session.handIn(answer),
      product: (asked) => session.nextRows(asked),
      standing,
      board: board && { board, ownRow, ownName: me.nickname },
      found,
      open: openWork,
      runs: runs ?? undefined,
    }),
    [dealSeed, paused, standing, board, ownRow, me.nickname, session, found, openWork, runs, t],
  );
  const predictions = useClassPredictions(session, view.predictions, online);
  const checks = useChecks(lesson, `${view.class.id}:${me.id}`);
  const quiz = useClassQuiz(session, view.quiz);
  const vote = useVote(session, view.vote, lesson, checks);
  const readRun = useCallback((runId: string) => session.readRun(runId), [session]);
  const classBench = steps[Math.min(view.class.stepIndex, steps.length - 1)]!.bench;
  const serverNow = useServerNow(session);
  const isOver = useTimeUp(view.class.countdown, serverNow);
  const { nextHandInAt, submissions } = view.me;
  const isCool = useTimeUp(nextHandInAt === null ? null : { endsAt: nextHandInAt }, serverNow);
  const digits: DigitsPlace = {
    parts: partsOf(steps[front.at]!.bench, steps),
    front: front.front,
    onFront: front.setFront,
    classAt: isDigitsBench(classBench) ? classBench : null,
    view,
    serverNow,
    usual: lesson.experiment,
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

  // The next bench comes while the student is still at this one.
  const following = steps[index + 1]?.bench;
  useEffect(() => {
    if (following) preloadBench(following);
  }, [following]);

  const race = isSameRace(view.class.race, USUAL_RACE) ? undefined : view.class.race;
  const noticed = { paused, offered: front.offered, at: front.at, open };
  const notice = hasNotice(noticed) ? (
    <ClassNotice
      {...noticed}
      titles={steps.map(({ text }) => text.title)}
      onFollow={front.follow}
      onStep={onStep}
    />
  ) : undefined;
  const foot =
    trainer === null || !usesTrainer(steps[front.at]!.bench) ? (
      notice && (
        <section
          aria-label={t('pacing.label')}
          className="sticky bottom-0 z-20 low:static border-t border-line-strong"
        >
          {notice}
        </section>
      )
    ) : (
      <RunBar
        training={trainer.training}
        snapshot={trainer.snapshot}
        ended={false}
        online={online}
        timeUp={isOver && classBench === 'digits-challenge'}
        noneLeft={submissions >= view.class.handInsAllowed}
        coolingDown={nextHandInAt !== null && !isCool}
        race={race}
        budget={
          race && (
            <RaceBudget
              race={race}
              draft={trainer.snapshot.draft}
              draftChanged={trainer.snapshot.draftChanged}
              current={trainer.snapshot.current}
            />
          )
        }
        guessFirst={wantsGuess(steps[front.at]!, predictions)}
        notice={notice}
      />
    );

  return (
    <GlossaryProvider>
      <DigitsPlaceProvider place={digits}>
        <ClassFrame
          {...frame}
          notes={<BenchNotes watched={watched} help={view.help} />}
          wide
          actions={
            <>
              <HelpControl session={session} help={view.help} />
              <GlossaryButton />
            </>
          }
          foot={foot}
        >
          {view.ensemble && <EnsembleCard session={session} ensemble={view.ensemble} />}
          {view.knob && <KnobCard session={session} knob={view.knob} trainer={trainer} />}
          {view.audit && <AuditCard session={session} audit={view.audit} trainer={trainer} />}
          {view.merge && <MergeCard session={session} merge={view.merge} trainer={trainer} />}
          {view.fool && <FoolCard key={view.fool.id} session={session} fool={view.fool} />}
          {view.leak && <LeakCard key={view.leak.id} session={session} leak={view.leak} />}
          {view.rounds && <RoundsCard session={session} rounds={view.rounds} paused={paused} />}
          {view.relay && <RelayCard session={session} relay={view.relay} paused={paused} />}
          <HandedNotice handed={handed} lesson={lesson} onStep={onStep} />
          <ClassDevicesProvider place={measured}>
            <LessonFrame
              lesson={lesson}
              index={front.at}
              goals={kept}
              done={done}
              skipped={skipped}
              onStep={onStep}
              reach={open.last}
              surroundings={surroundings}
              predictions={predictions}
              checks={checks}
              quiz={quiz}
              vote={vote}
              onDone={did}
              nav={
                <>
                  {checked && <StandingLine view={view} />}
                  {!follows && (
                    <ClassStepNav at={front.at} last={open.last} count={steps.length} onStep={onStep} />
                  )}
                </>
              }
            />
          </ClassDevicesProvider>
          <LiveRegion>{said}</LiveRegion>
          {trainer !== null && <RunAnnouncer current={trainer.snapshot.current} />}
        </ClassFrame>
      </DigitsPlaceProvider>
    </GlossaryProvider>
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
