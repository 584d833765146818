'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { Checkbox } from '@/client/ui/checkbox';
import { IconButton } from '@/client/ui/icon-button';
import { Notice } from '@/client/ui/notice';
import type { LessonOutline } from '@/lessons/written';
import { chosenIds, isWhole, moved, type StepChoice, toggled, wholeLesson } from './step-choice';

interface Props {
  steps: LessonOutline['steps'];
  choice: StepChoice;
  onChange(choice: StepChoice): void;
}

/** Which steps the class is to have, and in which order; folded away until somebody wants it. */
export function StepChooser({ steps, choice, onChange }: Props) {
  const t = useTranslations('teach.start');
  // Folded away it is not there: ten lessons have sixty steps.
  const [open, setOpen] = useState(false);
  const titleOf = (id: string) => steps.find((step) => step.id === id)?.title ?? id;
  const chosen = chosenIds(choice);
  // Without it nothing is handed in that a board could rank.
  const missed = steps.filter(({ id, ranks }) => ranks && !chosen.includes(id));
  const boardless = missed.length > 0 && !steps.some(({ id, ranks }) => ranks && chosen.includes(id));
  return (
    <details className="mt-3 text-sm" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary data-of-each="steps" className="min-h-8 w-fit py-1 font-semibold text-ink-soft hover:text-ink">
        {isWhole(choice, steps) ? t('choose') : t('chosen', { count: chosen.length, all: steps.length })}
      </summary>
      {open && (
        <>
          <ol aria-label={t('chooseLabel')} className="mt-1 flex flex-col">
            {choice.map(({ id, on }, at) => {
              const title = titleOf(id);
              return (
                <li key={id} className="flex items-center gap-1 border-b border-line last:border-b-0">
                  <Checkbox
                    label={title}
                    checked={on}
                    onChange={() => onChange(toggled(choice, id))}
                    className="min-w-0 flex-1 py-0.5"
                  />
                  <IconButton
                    size="sm"
                    label={t('earlier', { title })}
                    icon={<ArrowUp aria-hidden="true" />}
                    aria-disabled={at === 0}
                    onClick={() => onChange(moved(choice, id, -1))}
                    className="aria-disabled:opacity-40"
                  />
                  <IconButton
                    size="sm"
                    label={t('later', { title })}
                    icon={<ArrowDown aria-hidden="true" />}
                    aria-disabled={at === choice.length - 1}
                    onClick={() => onChange(moved(choice, id, 1))}
                    className="aria-disabled:opacity-40"
                  />
                </li>
              );
            })}
          </ol>
          <div role="status" className="mt-2 empty:hidden">
            {boardless && <Notice tone="warn">{t('boardless', { title: missed[0]!.title })}</Notice>}
          </div>
          {!isWhole(choice, steps) && (
            <Button size="sm" look="quiet" className="mt-2" onClick={() => onChange(wholeLesson(steps))}>
              {t('whole')}
            </Button>
          )}
        </>
      )}
    </details>
  );
}
