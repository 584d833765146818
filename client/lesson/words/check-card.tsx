'use client';

import { ChevronDown, ChevronUp, CircleHelp, Check as Tick, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '@/client/ui/class-names';
import { LiveRegion } from '@/client/ui/live-region';
import type { WrittenCheck } from '@/lessons/written';
import { plainWords } from './markup';
import { WrittenText } from './written-text';

interface Props {
  check: WrittenCheck;
  open: boolean;
  onOpen(open: boolean): void;
  /** @param choice from 0 */
  onAnswer(choice: number): void;
}

/** A short question about the step, folded away until it is wanted; the answer is explained at once and never scored. */
export function CheckCard({ check, open, onOpen, onAnswer }: Props) {
  const t = useTranslations('lesson.check');
  const id = useId();
  const [chosen, setChosen] = useState<number | null>(null);
  const explained = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Where room is short the explanation would begin below the edge.
    if (chosen !== null) explained.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const Arrow = open ? ChevronUp : ChevronDown;
  return (
    <section
      aria-label={t('open')}
      data-testid="check"
      className="flex min-h-0 flex-col rounded-md border border-line-strong bg-surface-raised"
    >
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => onOpen(!open)}
        className="flex min-h-10 w-full shrink-0 items-center gap-2 rounded-md px-3 text-left text-sm font-semibold hover:bg-surface-sunken pointer-coarse:min-h-11"
      >
        <CircleHelp aria-hidden="true" className="size-4.5 shrink-0 text-accent" />
        <span className="flex-1">{t('open')}</span>
        {chosen !== null && (
          <span className="flex items-center gap-1 text-xs font-normal text-ink-soft">
            <Tick aria-hidden="true" className="size-3.5" />
            <span>{t('answered')}</span>
          </span>
        )}
        <Arrow aria-hidden="true" className="size-4 shrink-0" />
      </button>
      <div
        id={id}
        hidden={!open}
        className="min-h-0 overflow-y-auto border-t border-line px-3 py-2.5 text-sm"
      >
        <p className="font-semibold">
          <WrittenText text={check.question} />
        </p>
        <ul className="mt-2 flex flex-col gap-1.5">
          {check.choices.map((choice, index) => (
            <li key={choice}>
              <Choice
                text={choice}
                state={
                  chosen === null
                    ? 'open'
                    : index === check.right
                      ? 'right'
                      : index === chosen
                        ? 'wrong'
                        : 'open'
                }
                chosen={index === chosen}
                onChoose={() => {
                  setChosen(index);
                  onAnswer(index);
                }}
              />
            </li>
          ))}
        </ul>
        <div ref={explained}>
          <LiveRegion visible className="pt-2.5 empty:hidden">
            {chosen !== null && (
              <p>
                <strong>
                  {chosen === check.right
                    ? t('right')
                    : t('wrong', { answer: plainWords(check.choices[check.right] ?? '') })}
                </strong>{' '}
                <WrittenText text={check.why} />
              </p>
            )}
          </LiveRegion>
        </div>
      </div>
    </section>
  );
}

interface ChoiceProps {
  text: string;
  state: 'open' | 'right' | 'wrong';
  chosen: boolean;
  onChoose(): void;
}

function Choice({ text, state, chosen, onChoose }: ChoiceProps) {
  const t = useTranslations('lesson.check');
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className={classNames(
        'flex min-h-9 w-full items-start gap-2 rounded-sm border px-2.5 py-1.5 text-left transition-colors pointer-coarse:min-h-11',
        state === 'right'
          ? 'border-ok bg-ok-soft'
          : state === 'wrong'
            ? 'border-danger bg-danger-soft'
            : 'border-line-strong bg-surface hover:border-ink',
      )}
    >
      <span aria-hidden="true" className="mt-0.5 size-4.5 shrink-0">
        {state === 'right' ? (
          <Tick className="size-4.5 text-ok" />
        ) : state === 'wrong' ? (
          <X className="size-4.5 text-danger" />
        ) : (
          <span className="block size-4 rounded-full border border-line-strong" />
        )}
      </span>
      <span className="min-w-0 flex-1">
        <span>{plainWords(text)}</span>
        {state === 'right' && <span className="sr-only">{` (${t('isRight')})`}</span>}
        {chosen && state === 'wrong' && <span className="sr-only">{` (${t('isYours')})`}</span>}
      </span>
    </button>
  );
}
