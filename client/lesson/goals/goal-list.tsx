'use client';

import { Check, Lightbulb } from 'lucide-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Phrased } from '@/client/lesson/words/phrased';
import { WrittenText } from '@/client/lesson/words/written-text';
import { classNames } from '@/client/ui/class-names';
import { LiveRegion } from '@/client/ui/live-region';
import { GOAL_LIMITS } from '@/protocol/goal-limits';
import type { GoalNow, GoalsNow } from './use-step-goals';

type Props = Pick<GoalsNow, 'goals' | 'latest' | 'hint'>;

/** What is to be done at a step: each goal with how far it is and its hints, and what was just seen. */
export function GoalList({ goals, latest, hint }: Props) {
  const t = useTranslations('lesson.goals');
  const all = goals.every(({ met }) => met);
  return (
    <div
      className={classNames(
        'mt-2 border-t border-accent/30 pt-2',
        // The task above gives its room to what was seen.
        latest !== null && 'lg:mt-0 lg:border-t-0 lg:pt-0',
      )}
    >
      <ul aria-label={t('title')} className="flex flex-col gap-1.5">
        {goals.map((now) => (
          <GoalRow key={now.goal.id} now={now} onHint={() => hint(now.goal.id)} />
        ))}
      </ul>
      <LiveRegion visible className="mt-1.5 text-sm leading-snug empty:hidden">
        {latest !== null && (
          <p>
            <span className="sr-only">{`${t('met', { goal: latest.label })} `}</span>
            <Phrased>{latest.seen}</Phrased>
            {all && <strong className="font-semibold text-ok">{` ${t('all')}`}</strong>}
          </p>
        )}
      </LiveRegion>
    </div>
  );
}

function GoalRow({ now, onHint }: { now: GoalNow; onHint(): void }) {
  const t = useTranslations('lesson.goals');
  const numbers = useNumbers();
  const labelId = useId();
  const { goal, met, reached, of, hints, offered } = now;
  const count = { reached: numbers.integer(reached), of: numbers.integer(of) };
  const more = !met && hints < GOAL_LIMITS.hints;
  return (
    <li data-testid="goal" data-goal={goal.id} data-met={met}>
      <div className="flex items-start gap-2">
        <span
          aria-hidden="true"
          className={classNames(
            'mt-px grid size-4.5 shrink-0 place-items-center rounded-full border-2',
            met ? 'border-ok bg-ok text-surface-raised' : 'border-line-strong bg-surface-raised',
          )}
        >
          {met && <Check className="size-3" strokeWidth={4} />}
        </span>
        <p className="min-w-0 flex-1 text-sm leading-snug">
          <span id={labelId}>
            <Phrased>{goal.label}</Phrased>
          </span>
          {met ? (
            <span className="sr-only">{` (${t('done')})`}</span>
          ) : (
            of > 1 && (
              <span className="tabular whitespace-nowrap text-ink-soft">
                <span aria-hidden="true">{` ${t('count', count)}`}</span>
                <span className="sr-only">{` (${t('countSaid', count)})`}</span>
              </span>
            )
          )}
        </p>
        {more && (
          <button
            type="button"
            data-testid="hint"
            data-offered={offered}
            aria-label={t('hintNumber', { number: hints + 1, of: GOAL_LIMITS.hints })}
            aria-describedby={labelId}
            title={t('hintNumber', { number: hints + 1, of: GOAL_LIMITS.hints })}
            onClick={onHint}
            className={classNames(
              '-my-1 pointer-coarse:-my-3 inline-flex min-h-7 shrink-0 items-center gap-1 rounded-sm px-1.5 text-xs font-semibold transition-colors pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center',
              offered
                ? 'border border-accent bg-surface-raised text-accent hover:border-accent-strong'
                : 'text-ink-soft hover:bg-surface-raised hover:text-ink',
            )}
          >
            <Lightbulb aria-hidden="true" className="size-4" />
            {(offered || hints > 0) && <span>{t(hints === 0 ? 'hint' : 'nextHint')}</span>}
          </button>
        )}
      </div>
      <LiveRegion visible className="empty:hidden">
        {!met && hints > 0 && (
          <ol className="mt-1 ml-6.5 flex list-none flex-col gap-1 text-sm leading-snug text-ink-soft">
            {goal.hints.slice(0, hints).map((hint) => (
              <li key={hint}>
                <WrittenText text={hint} />
              </li>
            ))}
          </ol>
        )}
      </LiveRegion>
    </li>
  );
}
