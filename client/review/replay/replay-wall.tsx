'use client';

import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { clockText } from '@/client/i18n/clock-text';
import { useNumbers } from '@/client/i18n/use-numbers';
import { plainWords } from '@/client/lesson/words/markup';
import { Card } from '@/client/ui/card';
import { patiently } from '@/client/ui/patiently';
import type { ScreenViewId } from '@/protocol/screen';
import type { Replay } from './replay';
import type { ReplayStep } from './replay-steps';
import { guessesAt, type Scene } from './scene';
import { WallDrawings } from './wall-drawings';
import { WallPlaces } from './wall-places';
import { wallTraces } from './wall-traces';
import { WallVote } from './wall-vote';
import { Whose } from './whose';

const LazyPicture = dynamic(
  patiently(() => import('./replay-picture').then((module) => module.ReplayPicture)),
  {
    ssr: false,
  },
);

interface Props {
  replay: Replay;
  scene: Scene;
  steps: readonly ReplayStep[];
  at: number;
}

/** What the projector showed at the moment, as far as it is kept: with names where the wall had names then. A live bench is not kept: whose it was is told. */
export function ReplayWall({ replay, scene, steps, at }: Props) {
  const t = useTranslations('review.replay');
  const step = scene.stepIndex === null ? null : (steps[scene.stepIndex] ?? null);
  const { view } = scene.screen;
  return (
    <Card as="section" title={t('wall.title')}>
      <div
        data-testid="replay-wall"
        data-view={view}
        className="flex min-h-64 flex-col gap-3 rounded-md border border-line-strong bg-surface-sunken p-4"
      >
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <p className="text-sm text-ink-soft">
            <span>{t(`views.${view}`)}</span>
            {scene.stepIndex !== null && <span>{` · ${t('wall.step', { step: scene.stepIndex + 1 })}`}</span>}
          </p>
          {scene.countdown !== null && (
            <p className="tabular ml-auto text-lg font-semibold">
              {clockText(Math.ceil(scene.countdown / 1_000))}
            </p>
          )}
        </div>
        {scene.paused && (
          <p className="rounded-md bg-warn px-3 py-1 text-center font-semibold text-surface">
            {t('wall.paused')}
          </p>
        )}
        <Shown replay={replay} scene={scene} steps={steps} step={step} at={at} />
      </div>
    </Card>
  );
}

type Inner = Omit<Props, 'steps'> & { steps: readonly ReplayStep[]; step: ReplayStep | null };

function Shown(props: Inner) {
  const t = useTranslations('review.replay');
  const { scene, step } = props;
  const kind = kindOf(scene, step);
  switch (kind) {
    case 'curves':
    case 'map':
      return <Picture {...props} />;
    case 'guesses':
      return <Guesses {...props} />;
    case 'board':
      return <WallPlaces scene={scene} />;
    case 'pool':
      return <Pool {...props} />;
    case 'spotlight':
    case 'snapshot':
      return <Bench {...props} />;
    case 'join':
    case 'devices':
    case 'product':
      return <p>{t(`wall.${kind}`)}</p>;
    case 'vote':
      return scene.vote && <WallVote vote={scene.vote} steps={props.steps} />;
    case 'step':
      return (
        <>
          {step && (
            <div>
              <h3 className="text-lg font-semibold">{step.title}</h3>
              <p className="mt-1 max-w-[60ch]">{broken(plainWords(step.task))}</p>
            </div>
          )}
          {scene.screen.view === 'auto' && <WallPlaces scene={scene} />}
        </>
      );
    default:
      // What a class did as one laboratory is kept whole on its page.
      return <p>{t('wall.elsewhere')}</p>;
  }
}

type Kind = Exclude<ScreenViewId, 'auto' | 'podium' | 'reveal'>;

/** What was left to the projector fitted the step: guesses where the class guesses, drawings where it draws. */
function kindOf({ screen: { view } }: Scene, step: ReplayStep | null): Kind {
  if (view === 'podium' || view === 'reveal') return 'board';
  if (view !== 'auto') return view;
  if (step?.prediction) return 'guesses';
  return step?.draws ? 'pool' : 'step';
}

function Picture({ replay, scene }: Inner) {
  const traces = useMemo(() => wallTraces(scene), [scene]);
  return <LazyPicture traces={traces} screen={scene.screen} dataset={replay.dataset} />;
}

/** At this step, or at the last one before it that asked for a guess. */
function Guesses({ replay, scene, steps, at }: Inner) {
  const t = useTranslations('review.replay');
  const numbers = useNumbers();
  const index = scene.stepIndex ?? 0;
  const asking = steps.slice(0, index + 1).findLast(({ prediction }) => prediction !== null);
  const step = asking ?? steps.find(({ prediction }) => prediction !== null);
  if (!step?.prediction) return null;
  const { question, choices } = step.prediction;
  const counts = guessesAt(replay, step.id, choices.length, at);
  const most = Math.max(4, ...counts.guesses, ...counts.outcomes);
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="font-semibold">{broken(plainWords(question))}</figcaption>
      <ul className="flex flex-col gap-2">
        {choices.map((choice, place) => {
          const [guessed, happened] = [counts.guesses[place]!, counts.outcomes[place]!];
          return (
            <li key={choice}>
              <span>{broken(plainWords(choice))}</span>
              <span className="tabular flex items-center gap-2 text-sm">
                <span
                  aria-hidden="true"
                  className="h-3 rounded-r-sm bg-series-1"
                  style={{ width: `${(70 * guessed) / most}%` }}
                />
                <span>
                  {t('wall.guessed', {
                    guessed: numbers.integer(guessed),
                    happened: numbers.integer(happened),
                  })}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}

function Pool({ replay, scene, at }: Inner) {
  const t = useTranslations('review.replay');
  const numbers = useNumbers();
  const drawings = replay.drawings.filter((drawing) => drawing.at <= at);
  return (
    <>
      <p>{t('wall.drawings', { count: scene.drawings, number: numbers.integer(scene.drawings) })}</p>
      <WallDrawings drawings={drawings} />
    </>
  );
}

function Bench({ replay, scene, steps }: Inner) {
  const t = useTranslations('review.replay');
  const numbers = useNumbers();
  const { view, argument, student: index } = scene.screen;
  const snapshot = view === 'snapshot' ? replay.snapshots.find(({ id }) => id === argument) : undefined;
  const student = replay.students[snapshot?.student ?? index ?? -1];
  const now = scene.students.find((one) => one.student === student);
  const stepId = snapshot?.stepId;
  return (
    <div className="flex flex-col gap-2">
      {snapshot && (
        <p className="text-lg font-semibold">
          {snapshot.caption || (steps.find(({ id }) => id === stepId)?.title ?? '')}
        </p>
      )}
      {student && (
        <p className="flex items-center gap-2">
          <Whose student={student} named={snapshot?.named ?? argument === 'named'} />
        </p>
      )}
      {view === 'spotlight' && now && now.step !== null && (
        <p className="tabular text-sm text-ink-soft">
          {t('wall.bench', {
            step: numbers.integer(now.step),
            loss: numbers.loss(now.loss),
            accuracy: numbers.percent(now.accuracy),
          })}
        </p>
      )}
      <p className="text-sm text-ink-soft">{t(view === 'snapshot' ? 'wall.snapshot' : 'wall.spotlight')}</p>
    </div>
  );
}
