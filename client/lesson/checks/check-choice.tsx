'use client';

import { Check as Tick, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { plainWords } from '@/client/lesson/words/markup';
import { classNames } from '@/client/ui/class-names';

interface Props {
  text: string;
  state: 'open' | 'right' | 'wrong';
  chosen: boolean;
  /** Null: it cannot be chosen any more. */
  onChoose: (() => void) | null;
}

/** One choice of a check, with what became of it. */
export function CheckChoice({ text, state, chosen, onChoose }: Props) {
  const t = useTranslations('lesson.check');
  return (
    <button
      type="button"
      aria-pressed={chosen}
      // Still there for whoever goes through the choices by keyboard.
      aria-disabled={onChoose === null}
      onClick={() => onChoose?.()}
      className={classNames(
        'flex min-h-9 w-full items-start gap-2 rounded-sm border px-2.5 py-1.5 text-left transition-colors pointer-coarse:min-h-11 aria-disabled:cursor-default',
        state === 'right'
          ? 'border-ok bg-ok-soft'
          : state === 'wrong'
            ? 'border-danger bg-danger-soft'
            : 'border-line-strong bg-surface not-aria-disabled:hover:border-ink',
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
        <span>{broken(plainWords(text))}</span>
        {state === 'right' && <span className="sr-only">{` (${t('isRight')})`}</span>}
        {state === 'wrong' && <span className="sr-only">{` (${t('isYours')})`}</span>}
      </span>
    </button>
  );
}
