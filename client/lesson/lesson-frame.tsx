'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchPlace } from '@/client/benches/frame/bench-place';
import { classNames } from '@/client/ui/class-names';
import type { Elements } from '@/client/ui/elements';
import { LiveRegion } from '@/client/ui/live-region';
import { useKeptFocus } from '@/client/ui/use-kept-focus';
import { usesTrainer } from '@/lessons/benches';
import type { WrittenGoal, WrittenLesson } from '@/lessons/written';
import type { StepDone } from '@/protocol/done';
import type { OpenVote } from '@/protocol/vote';
import { BenchSlot } from './bench-slot';
import { CheckCard } from './checks/check-card';
import type { Checks } from './checks/use-checks';
import { GoalList } from './goals/goal-list';
import { GoalMet } from './goals/goal-met';
import type { KeptGoals } from './goals/use-goal-book';
import { useStepGoals } from './goals/use-step-goals';
import { PredictionCard } from './predictions/prediction-card';
import { type Predictions, wantsGuess } from './predictions/predictions';
import type { Quiz } from './quiz/quiz';
import { QuizCard } from './quiz/quiz-card';
import { useRecap } from './recap/use-recap';
import { StepList } from './step-list';
import { StepWords } from './step-words';
import { useAnnouncer } from './use-announcer';
import { useStepDone } from './use-step-done';
import { Phrased } from './words/phrased';

/** What the surroundings of a lesson decide of a bench's place; the frame adds what the step decides. */
export type Surroundings = Omit<
  BenchPlace,
  'lessonId' | 'stepId' | 'cameTrue' | 'tell' | 'reached' | 'announce'
>;

export interface LessonFrameProps {
  lesson: WrittenLesson;
  /** The step on show, from 0. */
  index: number;
  /** What was done of the lesson's goals. */
  goals: KeptGoals;
  /** Ids of the steps that are done, and of those that were left before they were. */
  done: readonly string[];
  skipped: readonly string[];
  /** The student chooses a step. */
  onStep?: (index: number) => void;
  /** The last step that can be chosen; left out: any can. */
  reach?: number;
  /** Null until the browser knows its seed. */
  surroundings: Surroundings | null;
  predictions: Predictions;
  checks: Checks;
  /** The questions before and after the lesson; null: none are asked. */
  quiz: Quiz | null;
  /** The vote that is on in the class: it stands over the bench, and in the place of the very question. */
  vote?: (Pick<OpenVote, 'stepId' | 'question' | 'phase'> & { card: Elements }) | undefined;
  /** Told how far somebody is with the step on show, whenever that changes. */
  onDone?: (done: StepDone) => void;
  /** Ways on, at the foot of the words. */
  nav?: Elements;
}

/** One step of a lesson, alone or in a class: the words beside the bench, on a phone above it. */
export function LessonFrame(props: LessonFrameProps) {
  const {
    lesson,
    index,
    done,
    skipped,
    onStep,
    reach,
    surroundings,
    predictions,
    checks,
    quiz,
    vote,
    onDone,
    nav,
  } = props;
  const t = useTranslations('lesson');
  const step = lesson.steps[index]!;
  const text = step.text;
  const [said, announce] = useAnnouncer();
  /** The step whose question is open, which takes the place of the words beside the bench, and the goal that had been met last by then. */
  const [asked, setAsked] = useState<{ stepId: string; before: WrittenGoal | null } | null>(null);
  /** The step whose prediction this device cannot judge. */
  const [untoldAt, setUntoldAt] = useState<string | null>(null);
  const where = { step: index + 1, count: lesson.steps.length };

  useSaidAtChange(index, t('frame.now', { ...where, title: text.title }), announce);

  const { prediction } = step;
  const guess = predictions.of(step.id);
  const votesOn = (question: OpenVote['question']) =>
    vote?.stepId === step.id && vote.question === question && vote.phase !== 'shown';
  const asking = asked?.stepId === step.id && !votesOn('check');
  const answers = checks.of(step.id);
  const held = surroundings?.held ?? (wantsGuess(step, predictions) ? t('prediction.held') : null);
  const {
    goals,
    latest,
    done: goalsDone,
    tell,
    hint,
  } = useStepGoals(step, props.goals, {
    isHeld: held !== null,
    skipped: lesson.steps.slice(0, index).filter(({ id }) => skipped.includes(id)).length,
  });
  const { reached } = useStepDone(step, guess, answers, goalsDone, onDone);
  const place = useMemo<BenchPlace | null>(
    () =>
      surroundings && {
        ...surroundings,
        held,
        lessonId: lesson.id,
        stepId: step.id,
        cameTrue: (choice) => {
          if (!prediction) return;
          setUntoldAt(choice === null ? step.id : null);
          if (choice !== null) predictions.cameTrue(step.id, choice);
        },
        tell,
        reached,
        announce,
      },
    [surroundings, held, lesson.id, step.id, prediction, predictions, tell, reached, announce],
  );

  const way = onStep ? { to: onStep, reach: reach ?? lesson.steps.length - 1 } : null;
  const recap = useRecap(lesson, step, place, quiz, answers, props.goals, way);
  const stage = useMemo(() => place && { ...place, recap }, [place, recap]);
  const [tried, setTried] = useState(false);
  useKeptFocus();

  return (
    <div className="grid gap-x-6 gap-y-4 lg:grid-cols-[18rem_minmax(0,1fr)] huge:grid-cols-[22rem_minmax(0,1fr)]">
      <div className="flex flex-col max-lg:contents lg:sticky lg:top-4 lg:-m-1 lg:max-h-[calc(100dvh-5.25rem-var(--lesson-foot,0rem))] lg:self-start lg:overflow-y-auto lg:p-1">
        <div className={classNames('flex min-h-0 flex-col max-lg:order-1', !asking && 'lg:min-h-64')}>
          <p className="tabular mb-1 text-sm text-ink-soft">{t('frame.step', where)}</p>
          <StepList
            steps={lesson.steps}
            index={index}
            done={done}
            skipped={skipped}
            onStep={onStep}
            reach={reach}
          />
          <h1 className="mt-2.5 text-xl huge:text-2xl">
            <Phrased>{text.title}</Phrased>
          </h1>
          {lesson.note !== undefined && usesTrainer(step.bench) && (
            <p className="mt-2 border-l-4 border-accent pl-3 text-sm">{lesson.note}</p>
          )}
          <StepWords
            key={step.id}
            text={text}
            away={asking}
            over={latest !== null}
            first={index === 0 ? { question: lesson.text.question, tried } : null}
          >
            {goals.length > 0 && <GoalList goals={goals} latest={latest} hint={hint} />}
          </StepWords>
        </div>
        <div
          className={classNames(
            'flex flex-col gap-3 max-lg:order-3 lg:mt-3',
            asking ? 'min-h-0' : 'shrink-0',
          )}
        >
          <GoalMet goal={asking && latest !== asked.before ? latest : null} />
          {step.check && !votesOn('check') && (
            <CheckCard
              key={step.id}
              check={step.check}
              answers={answers}
              onAnswer={(choice) => checks.answer(step.id, choice)}
              open={asking}
              onOpen={(open) => setAsked(open ? { stepId: step.id, before: latest } : null)}
            />
          )}
          {nav}
        </div>
      </div>
      <div className="min-w-0 max-lg:order-2">
        {index === 0 && quiz && <QuizCard lesson={lesson} quiz={quiz} when="before" folded />}
        <section
          id="bench"
          // The way past the words ends here, and Tab goes on into the bench.
          tabIndex={-1}
          aria-label={t('frame.bench', { title: text.title })}
          data-testid="bench"
          data-step-id={step.id}
          className="min-w-0 scroll-mt-4 rounded-lg"
          onPointerDownCapture={() => setTried(true)}
          onKeyDownCapture={({ key }) => !LOOKS_ROUND.has(key) && setTried(true)}
        >
          {vote?.card}
          {prediction && !votesOn('prediction') && (
            <PredictionCard
              key={step.id}
              prediction={prediction}
              state={guess}
              untold={untoldAt === step.id}
              onCommit={(choice) => predictions.commit(step.id, choice)}
            />
          )}
          <BenchSlot step={step} place={stage} />
        </section>
      </div>
      <LiveRegion>{said}</LiveRegion>
    </div>
  );
}

/** Keys by which nothing is tried: those of Tab and Shift+Tab, and what is held for keys of the browser. */
const LOOKS_ROUND = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta']);

/** Says where the lesson is when the step changes; silent at first. */
function useSaidAtChange(index: number, words: string, announce: (words: string) => void) {
  const before = useRef(index);
  useEffect(() => {
    if (before.current === index) return;
    before.current = index;
    announce(words);
  }, [index, words, announce]);
}
