'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { LossAnswer } from '@/protocol/challenges/loss-answer';
import type { Try } from './tries';

interface Props {
  /** Best first. */
  tries: readonly Try[];
  showStart: boolean;
  /** Takes a try's settings up again; null while that has to wait. */
  onTake: ((settings: Pick<LossAnswer, 'loss' | 'start' | 'rate'>) => void) | null;
}

/** Rows that are shown; the rest is worse. */
const SHOWN = 5;

/** What has been tried so far, fewest steps first. A tap takes the settings up again. */
export function TryTable({ tries, showStart, onTake }: Props) {
  const t = useTranslations('loss');
  const numbers = useNumbers();
  return (
    <div className="min-h-44">
      <p className="mb-1 text-sm font-semibold">{t('tries.title', { count: tries.length })}</p>
      {tries.length === 0 ? (
        <p className="text-sm text-ink-soft">{t('tries.none')}</p>
      ) : (
        <ol className="m-0 flex list-none flex-col gap-1 p-0" data-testid="tries">
          {tries.slice(0, SHOWN).map((one, i) => (
            <li key={`${one.loss} ${one.start} ${one.rate}`}>
              <button
                type="button"
                disabled={onTake === null}
                onClick={() => onTake?.({ loss: one.loss, start: one.start, rate: one.rate })}
                className={`tabular flex min-h-9 w-full items-center justify-between gap-3 rounded-md border bg-surface-raised px-3 py-1 text-left text-sm enabled:hover:border-ink pointer-coarse:min-h-11 ${
                  i === 0 && one.steps !== null ? 'border-ok' : 'border-line'
                }`}
              >
                <span className="min-w-0 truncate">
                  {`${t(`short.${one.loss}`)}${showStart ? ` · ${t(`start.${one.start}`)}` : ''} · ${t('tries.rate', { rate: one.rate })}`}
                </span>
                <strong className="whitespace-nowrap">
                  {one.steps === null
                    ? t('tries.missed', { accuracy: numbers.percent(one.accuracy, 0) })
                    : t('tries.steps', { steps: one.steps })}
                </strong>
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
