'use client';

import { useTranslations } from 'use-intl';
import type { DescentAnswer } from '@/protocol/challenges/descent-answer';
import { writeRate } from './rate-scale';
import { keyOf, type WalkTry } from './walk-tries';

interface Props {
  /** Best first. */
  tries: readonly WalkTry[];
  /** Takes a try's settings up again; null while that has to wait. */
  onTake: ((settings: DescentAnswer) => void) | null;
}

/** Rows that are shown; the rest is worse. */
const SHOWN = 4;

/** What has been tried so far, fewest steps first. A tap takes the settings up again. */
export function WalkTable({ tries, onTake }: Props) {
  const t = useTranslations('descent');
  return (
    <div className="min-h-36">
      <p className="mb-1 text-sm font-semibold">{t('tries.title', { count: tries.length })}</p>
      {tries.length === 0 ? (
        <p className="text-sm text-ink-soft">{t('tries.none')}</p>
      ) : (
        <ol className="m-0 flex list-none flex-col gap-1 p-0" data-testid="tries">
          {tries.slice(0, SHOWN).map((one, i) => (
            <li key={keyOf(one)}>
              <button
                type="button"
                disabled={onTake === null}
                onClick={() => {
                  const { part, method, rate, changes } = one;
                  onTake?.({ part, method, rate, changes });
                }}
                className={`tabular flex min-h-9 w-full items-center justify-between gap-3 rounded-md border bg-surface-raised px-3 py-1 text-left text-sm enabled:hover:border-ink pointer-coarse:min-h-11 ${
                  i === 0 && one.steps !== null ? 'border-ok' : 'border-line'
                }`}
              >
                <span className="min-w-0 truncate">
                  {`${t(`method.${one.method}`)} · ${[one.rate, ...one.changes.map(({ rate }) => rate)].map(writeRate).join(' → ')}`}
                </span>
                <strong className="whitespace-nowrap">
                  {one.steps === null
                    ? t(one.diverged ? 'tries.diverged' : 'tries.missed')
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
