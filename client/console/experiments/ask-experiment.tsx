'use client';

import { broken } from '@/client/i18n/broken';
import { randomId } from '@/client/live/random-id';
import type { Elements } from '@/client/ui/elements';
import { ExperimentButton } from './experiment-button';

interface Props {
  /** What the button says. */
  label: string;
  /** One was begun before: this is no screen's first thing to do any more. */
  again: boolean;
  /** Why it makes no sense now. */
  reason?: string | undefined;
  /** What the choices mean. */
  hint?: string;
  /** @param id a new one's */
  onAsk(id: string): void;
  /** What is chosen first. */
  children?: Elements;
}

/** What is chosen, and off it goes. */
export function AskExperiment({ label, again, reason, hint, onAsk, children }: Props) {
  return (
    <div className="flex flex-col items-start gap-3">
      {children !== undefined && <div className="flex flex-wrap gap-x-6 gap-y-3">{children}</div>}
      {hint !== undefined && <p className="text-xs text-ink-soft">{broken(hint)}</p>}
      <ExperimentButton
        look={again ? 'secondary' : 'primary'}
        reason={reason}
        onClick={() => onAsk(randomId())}
      >
        {label}
      </ExperimentButton>
    </div>
  );
}
