'use client';

import { Play, Send, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { Button } from '@/client/ui/button';
import type { RefusalCode } from '@/protocol/refusals';

interface Props {
  running: boolean;
  runLabel: string;
  onRun(): void;
  onStop(): void;
  /** Fewest steps of this part so far; null while the goal was never reached. */
  best: number | null;
  /** Why nothing can be handed in yet. */
  notYet: string;
  busy: boolean;
  refusal: RefusalCode | null;
  onHandIn(): void;
  /** Said once the best has been handed in; null until then. */
  handedIn: string | null;
  /** What stands there else. */
  children: ReactNode;
}

/** Of a challenge for the fewest steps: run or stop, hand the best run in, and what came of it. */
export function BestRun(props: Props) {
  const { running, runLabel, onRun, onStop, best, notYet, busy, refusal, onHandIn, handedIn } = props;
  const t = useTranslations('challenge');
  const refusalText = useRefusalText();
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {running ? (
          <Button look="primary" icon={<Square aria-hidden="true" />} onClick={onStop}>
            {t('stop')}
          </Button>
        ) : (
          <Button look="primary" icon={<Play aria-hidden="true" />} onClick={onRun}>
            {runLabel}
          </Button>
        )}
        <Button
          icon={<Send aria-hidden="true" />}
          busy={busy}
          disabledReason={best === null ? notYet : undefined}
          onClick={onHandIn}
        >
          {best === null ? t('handIn') : t('handInBest', { steps: best })}
        </Button>
      </div>
      <p className="min-h-11 text-sm font-semibold" data-testid="challenge-note">
        {refusal !== null ? (
          <span role="alert" className="text-danger">
            {refusalText(refusal)}
          </span>
        ) : handedIn !== null ? (
          <span className="text-ok">{handedIn}</span>
        ) : (
          props.children
        )}
      </p>
    </>
  );
}
