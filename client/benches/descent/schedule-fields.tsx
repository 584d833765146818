'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ExactNumber } from '@/client/benches/numbers/exact-number';
import { Button } from '@/client/ui/button';
import { IconButton } from '@/client/ui/icon-button';
import { DESCENT_RATES, DESCENT_STEPS, MOST_RATE_CHANGES } from '@/protocol/challenges/descent';
import type { DescentAnswer } from '@/protocol/challenges/descent-answer';
import { RateField } from './rate-field';
import { nextChange, stepRange, withStep } from './walk-tries';

interface Props {
  settings: DescentAnswer;
  held: boolean;
  onChange(next: Pick<DescentAnswer, 'rate' | 'changes'>): void;
}

/** The learning rate, and up to two steps from which on it is another one. */
export function ScheduleFields({ settings, held, onChange }: Props) {
  const t = useTranslations('descent');
  const { rate, changes } = settings;
  const last = changes.at(-1);
  return (
    <div className="flex flex-col gap-2">
      <RateField
        label={t('rate')}
        spoken={t('rate')}
        value={rate}
        onChange={(next) => onChange({ rate: next, changes })}
        range={DESCENT_RATES}
        held={held}
      />
      {changes.map((change, i) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a change is its place in the order.
          key={i}
          className="flex flex-wrap items-end gap-x-3 rounded-md border border-line bg-surface-raised px-3 py-1.5"
        >
          <span className="flex items-center gap-2 pb-1.5 text-sm">
            <span>{t('schedule.from')}</span>
            <ExactNumber
              label={t('schedule.step', { number: i + 1 })}
              value={change.step}
              onChange={(step) => onChange({ rate, changes: withStep(changes, i, step) })}
              {...stepRange(changes, i)}
              step={1}
              write={(value) => String(Math.round(value))}
              disabled={held}
              className="w-14"
            />
          </span>
          <RateField
            className="flex-1 basis-40"
            label={t('schedule.then')}
            spoken={t('schedule.rate', { number: i + 1 })}
            value={change.rate}
            onChange={(next) =>
              onChange({ rate, changes: changes.map((one, k) => (k === i ? { ...one, rate: next } : one)) })
            }
            range={DESCENT_RATES}
            held={held}
          />
          <IconButton
            label={t('schedule.remove', { number: i + 1 })}
            icon={<X aria-hidden="true" />}
            size="sm"
            disabled={held}
            onClick={() => onChange({ rate, changes: changes.filter((_, k) => k !== i) })}
          />
        </div>
      ))}
      {changes.length < MOST_RATE_CHANGES && (
        <Button
          size="sm"
          look="quiet"
          className="self-start"
          icon={<Plus aria-hidden="true" />}
          disabled={held || last?.step === DESCENT_STEPS}
          onClick={() => onChange({ rate, changes: [...changes, nextChange(settings)] })}
        >
          {t('schedule.add')}
        </Button>
      )}
    </div>
  );
}
