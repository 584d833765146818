'use client';

import { ArrowRight, Hand, History } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import type { StepRange } from '@/protocol/pacing';
import { BarNotice } from './bar-notice';

interface Props {
  paused: boolean;
  /** Titles of the class's steps. */
  titles: readonly string[];
  /** The class has gone on while the student's hand was on the paper: the step to offer. */
  offered: number | null;
  onFollow(): void;
  /** The step that is shown. */
  at: number;
  open: StepRange;
  onStep(at: number): void;
}

/** Whether something at the foot of the page has to be said of where the class is. */
export function hasNotice({ paused, offered, at, open }: Pick<Props, 'paused' | 'offered' | 'at' | 'open'>) {
  return paused || offered !== null || at < open.first;
}

/** Where the class is, where that is not what the student has in front: paused, gone on, or looked back from. */
export function ClassNotice({ paused, titles, offered, onFollow, at, open, onStep }: Props) {
  const t = useTranslations('classroom');
  const step = (index: number) => ({ step: index + 1, title: titles[index] ?? '' });
  if (paused)
    return (
      <BarNotice icon={<Hand aria-hidden="true" className="size-5 shrink-0 text-accent" />}>
        <strong>{t('paused.title')}</strong> <span className="text-ink-soft">{t('paused.text')}</span>
      </BarNotice>
    );
  if (offered !== null)
    return (
      <BarNotice icon={<ArrowRight aria-hidden="true" className="size-5 shrink-0 text-accent" />}>
        <span className="mr-3">{t('step.changedMeanwhile', step(offered))}</span>
        <Button size="sm" onClick={onFollow}>
          {t('step.go')}
        </Button>
      </BarNotice>
    );
  if (at >= open.first) return null;
  const alone = open.first === open.last;
  return (
    <BarNotice icon={<History aria-hidden="true" className="size-5 shrink-0 text-accent" />}>
      <span className="mr-3">
        {alone
          ? t('pacing.lookingBack', step(open.first))
          : t('pacing.lookingBackRange', { first: open.first + 1, last: open.last + 1 })}
      </span>
      <Button size="sm" onClick={() => onStep(open.first)}>
        {t(alone ? 'pacing.toClass' : 'pacing.toFirst', step(open.first))}
      </Button>
    </BarNotice>
  );
}
