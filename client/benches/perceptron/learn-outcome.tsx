'use client';

import { useTranslations } from 'use-intl';
import type { Trace } from './learning-trace';

interface Props {
  trace: Trace;
  done: boolean;
  /** So far. */
  mistakes: number;
  /** The most mistakes that theory allows, or null where no line separates the examples. */
  bound: number | null;
}

/** How the training stands or ended. */
export function LearnOutcome({ trace, done, mistakes, bound }: Props) {
  const t = useTranslations('perceptron');
  const { ending } = trace;
  const tone = !done
    ? 'border-line bg-surface-raised'
    : ending.outcome === 'converged'
      ? 'border-ok/40 bg-ok-soft'
      : 'border-warn/40 bg-warn-soft';
  return (
    <p className={`tabular min-h-18 rounded-md border px-4 py-2 text-sm font-semibold ${tone}`}>
      <span>
        {done
          ? t(`learn.outcome.${ending.outcome}`, {
              mistakes: ending.mistakes,
              rounds: ending.rounds,
              again: ending.rounds + 1,
              first: ending.outcome === 'cycle' ? ending.since + 1 : 0,
            })
          : t('learn.outcome.running', { mistakes })}
      </span>{' '}
      {bound !== null && <span className="font-normal">{t('learn.outcome.bound', { bound })}</span>}
    </p>
  );
}
