'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LessonText } from '@/client/lesson/words/lesson-text';
import { Button } from '@/client/ui/button';
import { classNames } from '@/client/ui/class-names';
import type { StepText } from '@/lessons/lesson';

interface Props {
  text: StepText;
  /** From 0. */
  index: number;
  count: number;
}

/** The words of the step at which the class is: beside the bench on a laptop, folded to the task on a phone. */
export function StepPanel({ text, index, count }: Props) {
  const t = useTranslations('classroom');
  const bodyId = useId();
  /** Null: as the size of the screen suggests. */
  const [open, setOpen] = useState<boolean | null>(null);
  return (
    <div className="flex flex-col self-start lg:sticky lg:top-4 lg:max-h-[calc(100dvh-9.25rem)]">
      <p className="flex items-center gap-2 text-sm text-ink-soft">
        <span className="tabular">{t('step.of', { step: index + 1, count })}</span>
        <span aria-hidden="true" className="flex gap-1">
          {Array.from({ length: count }, (_, dot) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: the dot's place is its identity.
              key={dot}
              className={classNames(
                'h-1.5 rounded-full transition-[width]',
                dot === index ? 'w-5 bg-accent' : 'w-1.5 bg-line-strong',
              )}
            />
          ))}
        </span>
      </p>
      <h1 className="mt-1 text-xl lg:text-2xl">{text.title}</h1>
      {/* The words scroll where they are long: the task under them always stays in sight. */}
      <section
        id={bodyId}
        aria-label={text.title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
        tabIndex={0}
        className={classNames(
          'mt-3 flex min-h-24 flex-col gap-3 rounded-sm lg:overflow-y-auto',
          open === null ? 'max-lg:hidden' : !open && 'hidden',
        )}
      >
        {text.body.map((paragraph) => (
          <p key={paragraph} className="[:lang(ja)_&]:text-sm [:lang(ja)_&]:leading-[1.75]">
            <LessonText text={paragraph} />
          </p>
        ))}
      </section>
      <div className="mt-3 shrink-0 rounded-md border-l-4 border-accent bg-accent-soft px-4 py-3 lg:mt-4">
        <p className="text-xs font-bold tracking-wide text-accent uppercase">{t('step.task')}</p>
        <p className="font-semibold">
          <LessonText text={text.task} />
        </p>
      </div>
      <FoldButton open={open} bodyId={bodyId} onChange={setOpen} />
    </div>
  );
}

interface FoldProps {
  open: boolean | null;
  bodyId: string;
  onChange(open: boolean): void;
}

/** Two buttons where the size decides what "now" is: the style sheet shows the one that fits. */
function FoldButton({ open, bodyId, onChange }: FoldProps) {
  const t = useTranslations('classroom');
  const button = (isOpen: boolean, className?: string) => (
    <Button
      key={isOpen ? 'hide' : 'show'}
      size="sm"
      look="quiet"
      aria-expanded={isOpen}
      aria-controls={bodyId}
      className={classNames('mt-1.5 -ml-2 self-start', className)}
      icon={isOpen ? <ChevronUp aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
      onClick={() => onChange(!isOpen)}
    >
      {t(isOpen ? 'step.hide' : 'step.show')}
    </Button>
  );
  if (open !== null) return button(open);
  return (
    <>
      {button(true, 'max-lg:hidden')}
      {button(false, 'lg:hidden')}
    </>
  );
}
