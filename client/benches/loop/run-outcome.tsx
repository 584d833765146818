'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Notice } from '@/client/ui/notice';
import type { ProgramEnd } from '@/engine/dense/training-program';
import { type Diagnosis, isMistake } from './diagnosis';

interface Props {
  /** Null while nothing has ended. */
  end: ProgramEnd | null;
  diagnosis: Diagnosis;
  rounds: number;
  accuracy: number;
  learningRate: number;
}

/** How the run ended, and why: what the order of the blocks did. */
export function RunOutcome({ end, diagnosis, rounds, accuracy, learningRate }: Props) {
  const t = useTranslations('loop');
  const numbers = useNumbers();
  const good = end === 'reached' && !isMistake(diagnosis);
  // A right loop that fails has a wrong learning rate: the blocks are not to blame.
  const rate = end !== null && end !== 'reached' && RIGHT_ORDERS.includes(diagnosis);
  return (
    <div
      className="min-h-34"
      data-testid="loop-outcome"
      data-end={end ?? ''}
      data-diagnosis={end === null ? '' : diagnosis}
    >
      {end === null ? (
        <p className="rounded-md bg-surface-sunken px-4 py-3 text-sm text-ink-soft">{t('outcome.before')}</p>
      ) : (
        <Notice
          tone={good ? 'success' : 'warn'}
          title={t(`end.${end}`, { rounds, accuracy: numbers.percent(accuracy, 0) })}
        >
          <p>
            <strong>{t(`diagnosis.${diagnosis}.title`)}</strong>{' '}
            <span>
              {rate
                ? t(learningRate > 1 ? 'outcome.rateLarge' : 'outcome.rateSmall')
                : t(`diagnosis.${diagnosis}.text`)}
            </span>
          </p>
        </Notice>
      )}
    </div>
  );
}

const RIGHT_ORDERS: readonly Diagnosis[] = ['right', 'idleStart', 'chosenAgain'];
