'use client';

import { ChevronDown, ChevronUp, CircleHelp, Check as Tick } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { plainWords } from '@/client/lesson/words/markup';
import { WrittenText } from '@/client/lesson/words/written-text';
import { LiveRegion } from '@/client/ui/live-region';
import type { WrittenCheck } from '@/lessons/written';
import type { CheckAnswers } from '@/protocol/done';
import { CheckChoice } from './check-choice';
import { isSettled } from './kept-checks';

interface Props {
  check: WrittenCheck;
  /** What was answered; null: nothing yet. */
  answers: CheckAnswers | null;
  open: boolean;
  onOpen(open: boolean): void;
  /** @param choice from 0 */
  onAnswer(choice: number): void;
}

/**
 * A short question about the step, folded away until it is wanted. A wrong answer is told what speaks against it, and may be given once
 * more; then the right one is explained. Never scored.
 */
export function CheckCard({ check, answers, open, onOpen, onAnswer }: Props) {
  const t = useTranslations('lesson.check');
  const id = useId();
  const explained = useRef<HTMLDivElement>(null);
  const last = answers?.last ?? null;
  useEffect(() => {
    // Where room is short the explanation would begin below the edge.
    if (last !== null) explained.current?.scrollIntoView({ block: 'nearest' });
  }, [last]);
  const settled = answers !== null && isSettled(answers, check.right);
  const tried = answers === null ? [] : [answers.first, answers.last];
  const Arrow = open ? ChevronUp : ChevronDown;
  return (
    <section
      aria-label={t('open')}
      data-testid="check"
      data-settled={settled}
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
        {answers !== null && (
          <span className="flex items-center gap-1 text-xs font-normal text-ink-soft">
            {settled && <Tick aria-hidden="true" className="size-3.5" />}
            <span>{t(settled ? 'answered' : 'onceMore')}</span>
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
              <CheckChoice
                text={choice}
                state={settled && index === check.right ? 'right' : tried.includes(index) ? 'wrong' : 'open'}
                chosen={index === last}
                onChoose={settled || tried.includes(index) ? null : () => onAnswer(index)}
              />
            </li>
          ))}
        </ul>
        <div ref={explained}>
          <LiveRegion visible className="flex flex-col gap-1.5 pt-2.5 empty:hidden">
            {last !== null && last !== check.right && (
              <p>
                <strong>{t('wrong')}</strong> <WrittenText text={check.reasons[last] ?? ''} />
              </p>
            )}
            {settled ? (
              <p>
                {last === check.right ? (
                  <strong>{t('right')}</strong>
                ) : (
                  <strong className="block">
                    {broken(t('itIs', { answer: plainWords(check.choices[check.right] ?? '') }))}
                  </strong>
                )}{' '}
                <WrittenText text={check.reasons[check.right] ?? ''} />
              </p>
            ) : (
              last !== null && <p className="font-semibold text-accent">{t('again')}</p>
            )}
          </LiveRegion>
        </div>
      </div>
    </section>
  );
}
