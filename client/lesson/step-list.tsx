'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classNames } from '@/client/ui/class-names';
import type { WrittenStep } from '@/lessons/written';

interface Props {
  steps: readonly WrittenStep[];
  index: number;
  /** Ids of steps that are done. */
  done: readonly string[];
  /** Ids of steps that were left before they were done. */
  skipped: readonly string[];
  /** Where tapping leads; without it the list only shows. */
  onStep?: ((index: number) => void) | undefined;
  /** The last step that can be chosen: in a class the teacher opens them. Left out: any can. */
  reach?: number | undefined;
}

/** The steps as a row of units with the edge between them: where you are, what is done. */
export function StepList({ steps, index, done, skipped, onStep, reach = steps.length - 1 }: Props) {
  const t = useTranslations('lesson.frame');
  return (
    <ol aria-label={t('steps')} className="flex items-center">
      {steps.map((step, at) => {
        const isDone = done.includes(step.id);
        const isSkipped = !isDone && skipped.includes(step.id);
        const words = { step: at + 1, title: step.text.title };
        const look = classNames(
          'grid size-7 place-items-center rounded-full border-2 text-xs font-bold tabular transition-colors',
          at === index
            ? 'border-accent bg-accent text-on-accent'
            : isDone
              ? 'border-accent bg-accent-soft text-accent'
              : 'border-line-strong bg-surface-raised text-ink-soft',
          isSkipped && at !== index && 'border-dashed',
        );
        const mark = isDone && at !== index ? <Check aria-hidden="true" className="size-4" /> : at + 1;
        const name = t(isDone ? 'stepDone' : isSkipped ? 'stepSkipped' : 'stepName', words);
        return (
          <li
            key={step.id}
            aria-current={at === index ? 'step' : undefined}
            className={classNames('flex items-center', at > 0 && 'min-w-0 flex-1')}
          >
            {at > 0 && (
              <span
                aria-hidden="true"
                className={classNames(
                  'h-0.5 min-w-1.5 flex-1',
                  done.includes(steps[at - 1]!.id) ? 'bg-accent' : 'bg-line-strong',
                )}
              />
            )}
            {onStep === undefined || at > reach ? (
              <span className={look}>
                <span className="sr-only">{name}</span>
                <span aria-hidden="true">{mark}</span>
              </span>
            ) : (
              <button
                type="button"
                title={words.title}
                onClick={() => onStep(at)}
                className="group grid min-h-8 min-w-8 place-items-center rounded-full pointer-coarse:min-h-11 pointer-coarse:min-w-11"
              >
                <span className={classNames(look, at !== index && 'group-hover:border-ink')}>
                  <span className="sr-only">{name}</span>
                  <span aria-hidden="true">{mark}</span>
                </span>
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
