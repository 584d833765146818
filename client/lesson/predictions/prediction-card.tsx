'use client';

import { Check, CircleHelp, Eye } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { ChoiceForm } from '@/client/lesson/words/choice-form';
import { plainWords } from '@/client/lesson/words/markup';
import { WrittenText } from '@/client/lesson/words/written-text';
import { classNames } from '@/client/ui/class-names';
import { LiveRegion } from '@/client/ui/live-region';
import type { PredictionWords } from '@/lessons/lesson-words';
import type { Answer } from '@/protocol/refusals';
import { ClassGuesses } from './class-guesses';
import type { StepPrediction } from './predictions';

interface Props {
  prediction: PredictionWords;
  state: StepPrediction;
  /** The bench was run, and this device cannot show what is true. */
  untold?: boolean;
  onCommit(choice: number): Promise<Answer>;
}

/** Predict, then run: the question over the bench, then the guess beside what really happened. */
export function PredictionCard({ prediction, state, untold = false, onCommit }: Props) {
  const t = useTranslations('lesson.prediction');
  const made = state.guess !== null;
  const Icon = state.outcome !== null ? Eye : made ? Check : CircleHelp;
  return (
    <section
      aria-label={t('title')}
      data-testid="prediction"
      data-guess={state.guess ?? ''}
      data-outcome={state.outcome ?? ''}
      className={classNames(
        'mb-4 rounded-lg border px-4 py-3 shadow-card',
        made ? 'border-line bg-surface-raised' : 'border-accent bg-accent-soft',
      )}
    >
      <div className="flex items-start gap-3">
        <Icon aria-hidden="true" className="mt-1 size-5 shrink-0 text-accent" />
        <div className="min-w-0 flex-1">
          {!made && <p className="text-xs font-bold tracking-wide text-accent uppercase">{t('title')}</p>}
          <p className={made ? 'text-sm' : 'font-semibold'}>
            <WrittenText text={prediction.question} />
          </p>
          {state.guess === null ? (
            <GuessForm choices={prediction.choices} onCommit={onCommit} />
          ) : (
            // The form has gone, and the focus of whoever made the guess with it.
            <div data-takes-focus="">
              <LiveRegion visible>
                <GuessAndOutcome
                  choices={prediction.choices}
                  guess={state.guess}
                  outcome={state.outcome}
                  untold={untold}
                />
              </LiveRegion>
            </div>
          )}
          {made && state.everybody !== null && (
            <ClassGuesses
              choices={prediction.choices.map(plainWords)}
              counts={state.everybody}
              own={state.guess}
            />
          )}
        </div>
      </div>
    </section>
  );
}

interface FormProps {
  choices: readonly string[];
  onCommit(choice: number): Promise<Answer>;
}

function GuessForm({ choices, onCommit }: FormProps) {
  const t = useTranslations('lesson.prediction');
  return (
    <ChoiceForm
      title={t('title')}
      choices={choices.map(plainWords)}
      initial={null}
      commitLabel={t('commit')}
      disabledReason={(chosen) => (chosen === null ? t('chooseFirst') : undefined)}
      onCommit={onCommit}
      failed={(reason) => t('failed', { reason })}
    />
  );
}

interface OutcomeProps {
  choices: readonly string[];
  guess: number;
  outcome: number | null;
  untold: boolean;
}

function GuessAndOutcome({ choices, guess, outcome, untold }: OutcomeProps) {
  const t = useTranslations('lesson.prediction');
  const common = useTranslations('common');
  return (
    <div className="mt-1 flex flex-wrap items-baseline gap-x-6 gap-y-1 text-sm">
      <p>
        <span className="text-ink-soft">{`${common('behindName', { name: t('yours') })} `}</span>
        <strong>{broken(plainWords(choices[guess] ?? ''))}</strong>
      </p>
      {outcome === null ? (
        <p className="text-ink-soft">{t(untold ? 'untold' : 'run')}</p>
      ) : (
        <>
          <p>
            <span className="text-ink-soft">{`${common('behindName', { name: t('came') })} `}</span>
            <strong>{broken(plainWords(choices[outcome] ?? ''))}</strong>
          </p>
          <p className={outcome === guess ? 'font-semibold text-ok' : 'font-semibold text-warn'}>
            {t(outcome === guess ? 'right' : 'wrong')}
          </p>
        </>
      )}
    </div>
  );
}
