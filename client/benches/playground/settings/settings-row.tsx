'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchModel, BenchSnapshot } from '@/client/benches/playground/model/bench-model';
import type { Shows } from '@/client/benches/playground/model/setup-change';
import {
  PENALTIES,
  PLAYGROUND_BATCH_SIZES,
  PLAYGROUND_LEARNING_RATES,
  withPresent,
} from '@/client/benches/playground/model/setup-choices';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import { INITIALISER_IDS } from '@/engine/dense/initialisers';
import { OPTIMIZER_IDS } from '@/engine/dense/optimizers';
import { type ControlId, HIDDEN_ACTIVATIONS, SETUP_LOSSES } from '@/engine/playground/setup';
import { ActivationCurve } from './activation-curve';
import { SeedField } from './seed-field';
import { SettingChoice } from './setting-choice';
import { StopFields } from './stop-fields';

interface Props {
  model: BenchModel;
  snapshot: BenchSnapshot;
  shows: Shows;
  /** Of those that are shown: who asks for them has them. */
  folded: readonly ControlId[];
  held: boolean;
  /** Whether the seed stands here: where there is no panel of the data. */
  seed: boolean;
}

/** Everything about learning that is chosen from a list. */
export function SettingsRow({ model, snapshot, shows: shown, folded, held, seed }: Props) {
  const t = useTranslations('playground');
  const numbers = useNumbers();
  const { setup, begun } = snapshot;
  const [asked, setAsked] = useState(false);
  const shows: Shows = (control) => shown(control) && (asked || !folded.includes(control));
  const regression = begun?.points.train.classes === 0;
  const decimals = (value: number) =>
    numbers.decimal(value, Math.max(0, -Math.floor(Math.log10(value || 1))));
  const list = (values: readonly number[]) =>
    values.map((value) => ({ value: String(value), label: value === 0 ? '0' : decimals(value) }));
  return (
    <OneStopGroup fields className="flex flex-wrap items-end gap-x-2 gap-y-1.5">
      {shows('activation') && (
        <span className="flex items-end gap-1">
          <SettingChoice
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
        <SettingChoice
          label={t('settings.rate')}
          value={String(setup.learningRate)}
          choices={list(withPresent(PLAYGROUND_LEARNING_RATES, setup.learningRate))}
          held={held}
          onChange={(value) => model.change({ learningRate: Number(value) })}
          name="learning-rate"
        />
      )}
      {shows('batch-size') && (
        <SettingChoice
          label={t('settings.batch')}
          value={String(setup.batchSize)}
          choices={withPresent(PLAYGROUND_BATCH_SIZES, setup.batchSize).map((value) => ({
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
        <SettingChoice
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
        <SettingChoice
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
          <SettingChoice
            label="L1"
            value={String(setup.l1)}
            choices={list(withPresent(PENALTIES, setup.l1))}
            held={held}
            onChange={(value) => model.change({ l1: Number(value) })}
            name="l1"
            narrow
          />
          <SettingChoice
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
        <SettingChoice
          label={t('settings.start')}
          value={setup.start}
          choices={INITIALISER_IDS.map((value) => ({ value, label: t(`start.${value}`) }))}
          held={held}
          onChange={(start) => model.change({ start })}
          name="start"
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
      {folded.length > 0 && (
        <Button
          size="sm"
          look="quiet"
          aria-expanded={asked}
          icon={asked ? <ChevronLeft aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
          onClick={() => setAsked(!asked)}
        >
          {t(asked ? 'settings.fewer' : 'settings.more')}
        </Button>
      )}
      {seed && shows('seed') && <SeedField model={model} seed={setup.seed} held={held} />}
    </OneStopGroup>
  );
}
