'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import { INITIALISER_IDS } from '@/engine/dense/initialisers';
import { OPTIMIZER_IDS } from '@/engine/dense/optimizers';
import { HIDDEN_ACTIVATIONS, SETUP_LOSSES } from '@/engine/playground/setup';
import type { BenchModel, BenchSnapshot } from '../model/bench-model';
import type { Shows } from '../model/setup-change';
import { BATCH_SIZES, LEARNING_RATES, PENALTIES, SPEEDS, withPresent } from '../model/setup-choices';
import { ActivationCurve } from './activation-curve';
import { StopFields } from './stop-fields';

interface Props {
  model: BenchModel;
  snapshot: BenchSnapshot;
  shows: Shows;
  held: boolean;
}

/** Everything about learning that is chosen from a list. */
export function SettingsRow({ model, snapshot, shows, held }: Props) {
  const t = useTranslations('playground');
  const numbers = useNumbers();
  const { setup, begun, speed } = snapshot;
  const regression = begun?.points.train.classes === 0;
  const decimals = (value: number) =>
    numbers.decimal(value, Math.max(0, -Math.floor(Math.log10(value || 1))));
  const list = (values: readonly number[]) =>
    values.map((value) => ({ value: String(value), label: value === 0 ? '0' : decimals(value) }));
  return (
    <div className="flex flex-wrap items-end gap-x-2 gap-y-1.5">
      {shows('activation') && (
        <span className="flex items-end gap-1">
          <Choice
            label={t('settings.activation')}
            value={setup.activation}
            choices={HIDDEN_ACTIVATIONS.map((value) => ({ value, label: t(`activation.${value}`) }))}
            held={held}
            onChange={(activation) => model.change({ activation })}
            name="activation"
          />
          <ActivationCurve activation={setup.activation} />
        </span>
      )}
      {shows('learning-rate') && (
        <Choice
          label={t('settings.rate')}
          value={String(setup.learningRate)}
          choices={list(withPresent(LEARNING_RATES, setup.learningRate))}
          held={held}
          onChange={(value) => model.change({ learningRate: Number(value) })}
          name="learning-rate"
        />
      )}
      {shows('batch-size') && (
        <Choice
          label={t('settings.batch')}
          value={String(setup.batchSize)}
          choices={withPresent(BATCH_SIZES, setup.batchSize).map((value) => ({
            value: String(value),
            label: numbers.integer(value),
          }))}
          held={held}
          onChange={(value) => model.change({ batchSize: Number(value) })}
          name="batch-size"
          narrow
        />
      )}
      {shows('loss') && (
        <Choice
          label={t('settings.loss')}
          value={regression ? 'squared-error' : setup.loss}
          choices={SETUP_LOSSES.map((value) => ({
            value,
            label: t(`loss.${value}`),
            disabled: regression && value !== 'squared-error',
          }))}
          held={held}
          onChange={(loss) => model.change({ loss })}
          name="loss"
        />
      )}
      {shows('optimizer') && (
        <Choice
          label={t('settings.optimizer')}
          value={setup.optimizer}
          choices={OPTIMIZER_IDS.map((value) => ({ value, label: t(`optimizer.${value}`) }))}
          held={held}
          onChange={(optimizer) => model.change({ optimizer })}
          name="optimizer"
        />
      )}
      {shows('regularisation') && (
        <>
          <Choice
            label="L1"
            value={String(setup.l1)}
            choices={list(withPresent(PENALTIES, setup.l1))}
            held={held}
            onChange={(value) => model.change({ l1: Number(value) })}
            name="l1"
            narrow
          />
          <Choice
            label="L2"
            value={String(setup.l2)}
            choices={list(withPresent(PENALTIES, setup.l2))}
            held={held}
            onChange={(value) => model.change({ l2: Number(value) })}
            name="l2"
            narrow
          />
        </>
      )}
      {shows('start') && (
        <Choice
          label={t('settings.start')}
          value={setup.start}
          choices={INITIALISER_IDS.map((value) => ({ value, label: t(`start.${value}`) }))}
          held={held}
          onChange={(start) => model.change({ start })}
          name="start"
        />
      )}
      {shows('play') && (
        <Choice
          label={t('settings.speed')}
          value={String(speed)}
          choices={[
            ...SPEEDS.map((steps) => ({
              value: String(steps),
              label: t('settings.perSecond', { steps: numbers.integer(steps) }),
            })),
            { value: 'full', label: t('settings.full') },
          ]}
          held={held}
          onChange={(value) => model.setSpeed(value === 'full' ? 'full' : Number(value))}
          name="speed"
        />
      )}
      {shows('stop') && (
        <StopFields
          stop={setup.stop}
          regression={regression}
          held={held}
          onChange={(stop) => model.change({ stop }, 'stop')}
        />
      )}
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  name: string;
  value: Value;
  choices: readonly { value: Value; label: string; disabled?: boolean }[];
  held: boolean;
  /** Room for a short number: the list itself opens wider. */
  narrow?: boolean;
  onChange(value: Value): void;
}

/** A small list: the browser's own, as wide as its words. */
function Choice<Value extends string>({
  label,
  name,
  value,
  choices,
  held,
  narrow = false,
  onChange,
}: ChoiceProps<Value>) {
  const id = useId();
  return (
    <span className="inline-flex min-w-0 flex-col gap-0.5">
      <label htmlFor={id} className="text-xs font-semibold text-ink-soft">
        {label}
      </label>
      <select
        id={id}
        value={value}
        disabled={held}
        data-setting={name}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
        className={classNames(
          narrow && 'w-18',
          'tabular min-h-8 max-w-44 cursor-pointer rounded-sm border border-line-strong bg-surface-raised px-1.5 text-sm',
          'hover:border-ink disabled:cursor-not-allowed disabled:bg-surface-sunken disabled:text-ink-soft pointer-coarse:min-h-11',
        )}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </select>
    </span>
  );
}
