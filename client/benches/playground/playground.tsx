'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { parseSetup } from '@/engine/playground/setup-link';
import { BenchWaiting } from './bench-waiting';
import { type Streak, streakAfter, type UnitsQuestion, unitsOutcome } from './model/units-question';
import { type PlaygroundBench, useBenchModel } from './model/use-bench-model';
import { PlaygroundFacts } from './playground-facts';
import { PlaygroundSheet } from './playground-sheet';

/** Lesson 4: the 2-D playground as a step wants it. */
export default function Playground({ options, place }: BenchProps<'playground'>) {
  const t = useTranslations('playground');
  const initial = useMemo(() => parseSetup(options.setup).setup, [options.setup]);
  // In a class the address belongs to the class.
  const bench = useBenchModel({ place, initial, link: place.kind === 'alone' ? 'step' : 'none' });
  const [kept, setKept] = useState(false);
  const { cameTrue } = place;
  const cameOut = useCallback(
    (choice: number) => {
      setKept(true);
      cameTrue(choice);
    },
    [cameTrue],
  );
  useUnitsOutcome(bench, options.unitsFor, cameOut);
  if (!bench) return <BenchWaiting />;
  return (
    <fieldset disabled={place.held !== null} className="min-w-0">
      <legend className="sr-only">{t('label')}</legend>
      <PlaygroundFacts model={bench.model} place={place} initial={initial} kept={kept} />
      <PlaygroundSheet
        bench={bench}
        label={t('label')}
        held={place.held}
        hidden={options.hidden}
        usual={initial}
        announce={place.announce}
      />
    </fieldset>
  );
}

/** Tells the lesson which choice of its question has come true, as soon as a training here has shown it. */
function useUnitsOutcome(
  bench: PlaygroundBench | null,
  question: UnitsQuestion | undefined,
  cameTrue: (choice: number) => void,
): void {
  useEffect(() => {
    if (!bench || !question) return;
    const { model } = bench;
    let streak: Streak | null = null;
    let trained: unknown = null;
    return model.frames.subscribe(() => {
      const shown = model.frames.slow();
      const { begun, state } = model.snapshot();
      if (!shown || shown.begun !== begun) return;
      const { step, testAccuracy } = shown.frame.standing;
      const hidden = shown.begun.shape.layers.slice(0, -1).map(({ units }) => units);
      const standing = { hidden, training: state.name === 'training', step, testAccuracy };
      streak = streakAfter(trained === begun ? streak : null, question, standing);
      trained = begun;
      const outcome = unitsOutcome(question, hidden, streak);
      if (outcome !== null) cameTrue(outcome);
    });
  }, [bench, question, cameTrue]);
}
