'use client';

import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { useMay } from '@/client/console/may';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import { useOneStop } from '@/client/ui/use-one-stop';
import { openSteps } from '@/protocol/pacing';
import type { TeacherView } from '@/protocol/views';
import { useStepCounts } from './use-step-counts';

interface Props {
  view: TeacherView;
  /** Of the class's steps, in order. */
  titles: readonly string[];
}

/**
 * The class's steps in a row: where it is, what is open, and how many students are at each while they are not all together. One tap takes the
 * class to any of them.
 */
export function StepStrip({ view, titles }: Props) {
  const t = useTranslations('leading.strip');
  const step = useTranslations('console.step');
  const numbers = useNumbers();
  const list = useRef<HTMLOListElement>(null);
  const onKeyDown = useOneStop(list);
  const { ask, offlineReason } = useConsole();
  const leads = useMay('lead');
  const { stepIndex, phase, pacing } = view.class;
  const still = phase !== 'live' || offlineReason !== undefined || !leads;
  const counts = useStepCounts(view, titles.length);
  const open = openSteps(view.class, titles.length);
  const apart =
    phase === 'live' && (pacing.mode !== 'teacher' || counts.some((n, at) => n > 0 && at !== stepIndex));
  return (
    <ol
      ref={list}
      onKeyDown={onKeyDown}
      aria-label={step('list')}
      className="mb-3 flex flex-wrap items-start gap-y-1"
    >
      {titles.map((title, at) => {
        const here = counts[at] ?? 0;
        const current = at === stepIndex;
        const name = t('step', { step: at + 1, title });
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place, and the steps of a class never change.
            key={at}
            aria-current={current ? 'step' : undefined}
            data-here={here}
            className={classNames(
              'flex flex-col items-center border-b-2 px-0.5 pb-0.5',
              at >= open.first && at <= open.last ? 'border-accent' : 'border-transparent',
            )}
          >
            <button
              type="button"
              title={title}
              aria-disabled={still || current}
              aria-label={current ? `${name} (${step('current')})` : t('go', { step: at + 1, title })}
              onClick={() => {
                if (!still && !current) void ask({ type: 'step:go', index: at });
              }}
              className={classNames(
                'grid size-8 place-items-center rounded-full border-2 text-sm font-bold tabular pointer-coarse:size-11',
                current
                  ? 'border-accent bg-accent text-on-accent'
                  : 'border-line-strong bg-surface-raised not-aria-disabled:hover:border-ink aria-disabled:text-ink-soft',
              )}
            >
              {at + 1}
            </button>
            {apart && (
              <span className="tabular text-xs leading-4">
                <span className="sr-only">{t('here', { count: here })}</span>
                <span aria-hidden="true" className={here > 0 ? 'font-semibold' : 'text-ink-soft'}>
                  {here > 0 ? numbers.integer(here) : '·'}
                </span>
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
