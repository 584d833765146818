'use client';

import { useTranslations } from 'use-intl';
import { EPOCHS, withValue } from '@/client/benches/digits/training/setting-choices';
import { useNumbers } from '@/client/i18n/use-numbers';
import {
  endsFor,
  firstPlan,
  SWEEP_COUNT,
  type SweepPlan,
  sweepable,
} from '@/client/training/sweep/sweep-plan';
import { NumberField } from '@/client/ui/number-field';
import { SelectField } from '@/client/ui/select-field';
import type { Experiment } from '@/protocol/experiment';
import { useSweptWords } from './swept-words';

interface Props {
  draft: Experiment;
  plan: SweepPlan;
  onPlan(plan: SweepPlan): void;
}

/** Which setting, from where to where, how many values, and how long each is trained. */
export function SweepForm({ draft, plan, onPlan }: Props) {
  const t = useTranslations('sweep');
  const numbers = useNumbers();
  const words = useSweptWords();
  const ends = endsFor(plan.setting, draft);
  const choicesOf = (values: readonly number[]) =>
    values.map((value) => ({ value: String(value), label: words.write(plan.setting, value) }));
  return (
    <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3 xl:grid-cols-[2fr_1fr_1fr_1fr_1fr]">
      <SelectField
        className="col-span-2 sm:col-span-1"
        label={t('setting')}
        value={plan.setting}
        choices={sweepable(draft).map((value) => ({ value, label: words.name(value) }))}
        onChange={(setting) => onPlan(firstPlan(setting, draft))}
      />
      <SelectField
        label={t('from')}
        value={String(plan.from)}
        choices={choicesOf(ends.filter((end) => end < plan.to))}
        onChange={(value) => onPlan({ ...plan, from: Number(value) })}
      />
      <SelectField
        label={t('to')}
        value={String(plan.to)}
        choices={choicesOf(ends.filter((end) => end > plan.from))}
        onChange={(value) => onPlan({ ...plan, to: Number(value) })}
      />
      <NumberField
        label={t('count')}
        value={plan.count}
        min={SWEEP_COUNT.least}
        max={SWEEP_COUNT.most}
        step={1}
        digits={0}
        onChange={(count) => onPlan({ ...plan, count })}
      />
      {plan.setting !== 'epochs' && (
        <SelectField
          label={t('length')}
          value={String(plan.epochs)}
          choices={withValue(EPOCHS, plan.epochs).map((value) => ({
            value: String(value),
            label: numbers.integer(value),
          }))}
          onChange={(value) => onPlan({ ...plan, epochs: Number(value) })}
        />
      )}
    </div>
  );
}
