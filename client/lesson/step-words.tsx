'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { classNames } from '@/client/ui/class-names';
import type { Elements } from '@/client/ui/elements';
import { useOverflows } from '@/client/ui/use-overflows';
import type { StepText } from '@/lessons/lesson-words';
import { FormulaLines } from './words/formula-lines';
import { Phrased } from './words/phrased';
import { WrittenText } from './words/written-text';

interface Props {
  text: StepText;
  /** Something else stands in their place beside the bench. */
  away?: boolean;
  /** At the beginning of a lesson: its question, and whether something was tried; beside the bench the words wait for that, or until they are asked for. */
  first?: { question: string; tried: boolean } | null;
  /** All goals are met, and what was seen is told: beside the bench that takes the task's room, so that nothing else is pushed out of sight. */
  over?: boolean;
  /** Under the task: its goals. */
  children?: Elements;
}

/** A step's task and its words: a few sentences that everybody reads, the formula beside the bench, and more for whoever asks. */
export function StepWords({ text, away = false, first = null, over = false, children }: Props) {
  const t = useTranslations('lesson.frame');
  const wordsId = useId();
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  const scroller = useRef<HTMLElement>(null);
  const rest = useRef<HTMLDivElement>(null);
  const scrolls = useOverflows(scroller);
  useLayoutEffect(() => {
    // Beside the bench, what was asked for begins at the top.
    if (open && scroller.current && rest.current)
      scroller.current.scrollTop = rest.current.offsetTop - scroller.current.offsetTop;
  }, [open]);
  const waits = first !== null && !first.tried && !asked;
  const Arrow = open ? ChevronUp : ChevronDown;
  const { lead, more, task, formula } = text;
  return (
    <div
      className={classNames(
        // Where hints take the room of the words, all of it scrolls, and nothing lies on what stands below.
        'flex min-h-0 flex-col lg:-mx-1 lg:min-h-28 lg:overflow-y-auto lg:px-1',
        away && 'lg:hidden',
      )}
    >
      {first && (
        <p data-testid="lesson-question" className="mt-1 font-display leading-snug font-bold text-accent">
          <Phrased>{first.question}</Phrased>
        </p>
      )}
      <div
        className={classNames(
          'mt-2 shrink-0 rounded-md border-l-4 border-accent bg-accent-soft px-3 py-2',
          // Whoever reads on needs the room, and has read it.
          open && 'lg:hidden',
        )}
      >
        <p
          className={classNames('text-xs font-bold tracking-wide text-accent uppercase', over && 'lg:hidden')}
        >
          {t('task')}
        </p>
        <p
          data-testid="task"
          className={classNames('text-sm leading-normal font-semibold', over && 'lg:hidden')}
        >
          <WrittenText text={task} />
        </p>
        {children}
      </div>
      <section
        ref={scroller}
        id={wordsId}
        aria-label={t('words')}
        // A box that scrolls must be reachable by keyboard.
        tabIndex={scrolls ? 0 : undefined}
        className={classNames(
          'mt-2 flex min-h-24 flex-col gap-2 rounded-sm text-sm lg:overflow-y-auto [:lang(ja)_&]:leading-[1.6]',
          // The last lines fade where more is to come; with room for all, only the margin does.
          open && 'lg:pb-4 lg:[mask-image:linear-gradient(to_top,transparent,black_1.25rem)]',
          waits && 'lg:hidden',
        )}
      >
        <p data-testid="lead">
          <WrittenText text={lead} />
        </p>
        {formula && (
          <div className={open ? undefined : 'max-lg:hidden'}>
            <FormulaLines lines={formula.lines} />
          </div>
        )}
        {open && (
          <div ref={rest} className="flex flex-col gap-2">
            {formula && (
              <p className="text-ink-soft">
                <WrittenText text={formula.meaning} />
              </p>
            )}
            {more.map((paragraph) => (
              <p key={paragraph}>
                <WrittenText text={paragraph} />
              </p>
            ))}
          </div>
        )}
      </section>
      {waits && (
        <Button
          size="sm"
          look="quiet"
          data-testid="show-words"
          className="mt-1 -ml-1 shrink-0 self-start max-lg:hidden"
          icon={<ChevronDown aria-hidden="true" />}
          onClick={() => setAsked(true)}
        >
          {t('show')}
        </Button>
      )}
      {(more.length > 0 || formula) && (
        <Button
          size="sm"
          look="quiet"
          aria-expanded={open}
          aria-controls={wordsId}
          className={classNames('mt-0.5 -ml-2 shrink-0 self-start lg:-ml-1', waits && 'lg:hidden')}
          icon={<Arrow aria-hidden="true" />}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'less' : 'more')}
        </Button>
      )}
    </div>
  );
}
