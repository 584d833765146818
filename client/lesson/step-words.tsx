'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { classNames } from '@/client/ui/class-names';
import type { Elements } from '@/client/ui/elements';
import type { StepText } from '@/lessons/lesson-words';
import { FormulaLines } from './words/formula-lines';
import { WrittenText } from './words/written-text';

interface Props {
  text: StepText;
  /** Something else stands in their place beside the bench. */
  away?: boolean;
  /** At the beginning of a lesson: its question, and whether something was tried; the words wait for that, or until they are asked for. */
  first?: { question: string; tried: boolean } | null;
  /** Under the task: its goals. */
  children?: Elements;
}

/** A step's task and its words: open beside the bench on a laptop, folded to the task on a phone. */
export function StepWords({ text, away = false, first = null, children }: Props) {
  const t = useTranslations('lesson.frame');
  const bodyId = useId();
  /** On a phone alone; beside the bench there is room for the words. */
  const [open, setOpen] = useState(false);
  const waits = first !== null && !first.tried;
  const Arrow = open ? ChevronUp : ChevronDown;
  return (
    <div className={classNames('flex min-h-0 flex-col', away && 'lg:hidden')}>
      {first && (
        <p
          data-testid="lesson-question"
          className="mt-1 font-display text-lg leading-snug font-bold text-accent"
        >
          {first.question}
        </p>
      )}
      <div className="mt-2.5 shrink-0 rounded-md border-l-4 border-accent bg-accent-soft px-3.5 py-2.5">
        <p className="text-xs font-bold tracking-wide text-accent uppercase">{t('task')}</p>
        <p className="font-semibold [:lang(ja)_&]:leading-[1.6]">
          <WrittenText text={text.task} />
        </p>
        {children}
      </div>
      {/* The words scroll where they are long: the task over them always stays in sight. */}
      <section
        id={bodyId}
        aria-label={text.title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
        tabIndex={0}
        className={classNames(
          // The last lines fade where more is to come; with room for all, only the margin does.
          'mt-2 flex min-h-24 flex-col gap-3 rounded-sm lg:overflow-y-auto lg:pb-4 lg:[mask-image:linear-gradient(to_top,transparent,black_1.25rem)]',
          !open && (waits ? 'hidden' : 'max-lg:hidden'),
        )}
      >
        {text.body.map((paragraph) => (
          <p key={paragraph} className="[:lang(ja)_&]:text-sm [:lang(ja)_&]:leading-[1.75]">
            <WrittenText text={paragraph} />
          </p>
        ))}
        {text.formula && <FormulaLines formula={text.formula} />}
      </section>
      <Button
        size="sm"
        look="quiet"
        aria-expanded={open}
        aria-controls={bodyId}
        className={classNames('mt-1 -ml-2 self-start', !waits && 'lg:hidden')}
        icon={<Arrow aria-hidden="true" />}
        onClick={() => setOpen(!open)}
      >
        {t(open ? 'hide' : 'show')}
      </Button>
    </div>
  );
}
