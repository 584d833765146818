'use client';

import { Send } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchPlace, BenchProps } from '@/client/benches/frame/bench-place';
import { ChallengeBoard } from '@/client/benches/frame/challenge-board';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { Button } from '@/client/ui/button';
import { shownSpiral, spiralChallenge } from '@/engine/challenges/spiral';
import { DEFAULT_SETUP, type PlaygroundSetup } from '@/engine/playground/setup';
import type { ChallengeScored } from '@/protocol/challenge';
import { SPIRAL_FEATURES } from '@/protocol/challenges/spiral';
import type { SpiralAnswer } from '@/protocol/challenges/spiral-answer';
import type { RefusalCode } from '@/protocol/refusals';
import { BenchWaiting } from './bench-waiting';
import type { BenchModel } from './model/bench-model';
import { useBenchModel, useBenchSnapshot, useSlowFrame } from './model/use-bench-model';
import { PlaygroundSheet } from './playground-sheet';

/** Where everybody begins: within every budget, and not good enough. */
const START: PlaygroundSetup = { ...DEFAULT_SETUP, points: 'spiral', hidden: [4], learningRate: 0.03 };
/** The points are dealt, so what draws points has no place here; nor has a link. */
const HIDDEN = ['points', 'own-data', 'noise', 'split', 'seed', 'loss', 'stop'] as const;
const FIXED: Partial<PlaygroundSetup> = {
  points: 'spiral',
  loss: 'cross-entropy',
  trainShare: 0.6,
  hide: [],
};

const BEGINNING: PlaygroundSetup = { ...START, ...FIXED };
/** What only later lessons are about. */
const LATER = ['batch-size', 'optimizer', 'start'] as const;

/** Lesson 4's challenge: the class's spiral, within a budget of weights. */
export default function PlaygroundChallenge({ place }: BenchProps<'playground-challenge'>) {
  const t = useTranslations('playground');
  const task = useMemo(() => spiralChallenge.deal(place.seed), [place.seed]);
  const dealt = useMemo(
    () => ({ points: shownSpiral(task, place.seed), seed: place.seed }),
    [task, place.seed],
  );
  const bench = useBenchModel({ place, initial: BEGINNING, dealt, fixed: FIXED, link: 'none' });
  if (!bench) return <BenchWaiting />;
  return (
    <>
      <PlaygroundSheet
        bench={bench}
        label={t('challenge.label')}
        held={place.held}
        hidden={HIDDEN}
        later={LATER}
        usual={BEGINNING}
        announce={place.announce}
        goal={<Goal model={bench.model} place={place} budget={task.budget} goal={task.goal} />}
      />
      <ChallengeBoard board={place.board} />
    </>
  );
}

interface GoalProps {
  model: BenchModel;
  place: BenchPlace;
  budget: number;
  goal: number;
}

/** Points of a challenge have no further inputs, so none is lost. */
const isSpiralFeature = (feature: string): feature is SpiralAnswer['features'][number] =>
  (SPIRAL_FEATURES as readonly string[]).includes(feature);

/** What is asked for, how the network stands to it, and the handing in. */
function Goal({ model, place, budget, goal }: GoalProps) {
  const t = useTranslations('playground');
  const numbers = useNumbers();
  const refusalText = useRefusalText();
  const { setup, begun, state } = useBenchSnapshot(model);
  const standing = useSlowFrame(model.frames, begun)?.standing ?? null;
  const [busy, setBusy] = useState(false);
  const [latest, setLatest] = useState<ChallengeScored | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const weights = begun?.weightCount ?? 0;
  const over = weights > budget;
  const best = Math.max(place.standing?.total ?? 0, latest?.total ?? 0);
  const reached = (place.standing?.reachedParts.length ?? 0) > 0 || (latest?.reachedParts.length ?? 0) > 0;

  useFacts<'playground-challenge'>(place, {
    handedIn: place.standing !== null || latest !== null,
    reached: reached ? 1 : 0,
  });

  const handIn = async () => {
    setBusy(true);
    setRefusal(null);
    try {
      const trained = await model.weights();
      if (!trained) return;
      const answer: SpiralAnswer = {
        features: setup.features.filter(isSpiralFeature),
        hidden: [...setup.hidden],
        activation: setup.activation,
        weights: Array.from(trained),
      };
      const result = await place.handIn(answer);
      if (!result.ok) {
        setRefusal(result.code);
        return;
      }
      setLatest(result);
      place.announce(
        t(result.reached ? 'challenge.reached' : 'challenge.scored', {
          accuracy: numbers.percent(result.shown.amount),
          goal: numbers.percent(goal),
        }),
      );
    } catch {
      setRefusal('internal');
    } finally {
      setBusy(false);
    }
  };

  const reason =
    place.held ??
    (over
      ? t('challenge.over', { weights, budget })
      : state.name === 'diverged'
        ? t('reason.diverged')
        : !standing || standing.step === 0
          ? t('challenge.trainFirst')
          : undefined);
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-5 gap-y-2 rounded-md border border-warn/40 bg-warn-soft px-4 py-2">
      <p className="min-w-0 flex-1 basis-72 text-sm font-semibold">
        {t('challenge.goal', { goal: numbers.percent(goal), budget })}
      </p>
      <p
        className={`tabular text-sm ${over ? 'font-semibold text-danger' : 'text-ink-soft'}`}
        data-testid="weight-budget"
        data-weights={weights}
        data-budget={budget}
      >
        {t('challenge.used', { weights, budget })}
      </p>
      <Button
        look="primary"
        icon={<Send aria-hidden="true" />}
        busy={busy}
        disabledReason={reason}
        onClick={handIn}
      >
        {t('challenge.submit')}
      </Button>
      <p
        className="min-h-6 basis-full text-sm"
        data-testid="challenge-result"
        data-best={best}
        data-reached={reached}
      >
        {refusal !== null ? (
          <span role="alert" className="font-medium text-danger">
            {refusalText(refusal)}
          </span>
        ) : latest ? (
          <span className={latest.reached ? 'font-semibold text-ok' : ''}>
            {`${t(latest.reached ? 'challenge.reached' : 'challenge.scored', {
              accuracy: numbers.percent(latest.shown.amount),
              goal: numbers.percent(goal),
            })}${best > latest.value ? ` ${t('challenge.best', { best: numbers.percent(best) })}` : ''}`}
          </span>
        ) : reached ? (
          <span className="font-semibold text-ok">
            {t('challenge.reached', { accuracy: numbers.percent(best) })}
          </span>
        ) : best > 0 ? (
          t('challenge.best', { best: numbers.percent(best) })
        ) : (
          <span className="text-ink-soft">{t('challenge.how')}</span>
        )}
      </p>
    </div>
  );
}
