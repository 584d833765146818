'use client';

import { Dices, Undo2 } from 'lucide-react';
import { memo, useId } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import { Button } from '@/client/ui/button';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { SelectField } from '@/client/ui/select-field';
import { SliderField } from '@/client/ui/slider-field';
import { stepsPerEpoch, totalSteps } from '@/engine/training/schedule';
import { DATASETS } from '@/protocol/datasets';
import { type Experiment, LOSSES, OPTIMIZERS } from '@/protocol/experiment';
import { BackendChooser } from './backend-chooser';
import { NetworkFields } from './network-fields';
import {
  BATCH_SIZES,
  EPOCHS,
  EXAMPLES,
  L2_WEIGHTS,
  LEARNING_RATES,
  nearestIndex,
  withValue,
} from './setting-choices';
import { WeightCount } from './weight-count';

interface Props {
  training: BenchTraining;
  draft: Experiment;
  /** The experiment of the run on the bench, while the draft differs from it. */
  changedFrom: Experiment | null;
  backendChoice: TrainingSnapshot['backendChoice'];
  backend: NonNullable<TrainingSnapshot['current']>['backend'];
}

/** Everything that decides the next run. Changes wait for Train: a run is one experiment from start to end. */
export const SettingsPanel = memo(function SettingsPanel({
  training,
  draft,
  changedFrom,
  backendChoice,
  backend,
}: Props) {
  const t = useTranslations('bench');
  const numbers = useNumbers();
  const headingId = useId();
  const change = (part: Partial<Experiment>) => training.setDraft({ ...draft, ...part });
  const numberChoices = (choices: readonly number[], value: number) =>
    withValue(choices, value).map((choice) => ({ value: String(choice), label: numbers.integer(choice) }));
  const rate = (value: number) => String(value);
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-4">
      <div className="flex min-h-8 items-center justify-between gap-2">
        <h2 id={headingId} className="text-lg">
          {t('settings.title')}
        </h2>
        {changedFrom && (
          <Button
            size="sm"
            look="quiet"
            icon={<Undo2 aria-hidden="true" />}
            onClick={() => training.setDraft(changedFrom)}
          >
            {t('settings.undo')}
          </Button>
        )}
      </div>

      <NetworkFields architecture={draft} onChange={(network) => change({ network })} />
      <WeightCount architecture={draft} />

      <h3 className="border-t border-line pt-3 text-base">{t('settings.learning')}</h3>
      <SegmentedControl
        label={t('settings.optimizer')}
        labelVisible
        value={draft.optimizer}
        onChange={(optimizer) => change({ optimizer })}
        segments={OPTIMIZERS.map((value) => ({ value, label: t(`settings.short.${value}`) }))}
      />
      <SliderField
        label={t('settings.learningRate')}
        min={0}
        max={LEARNING_RATES.length - 1}
        value={nearestIndex(LEARNING_RATES, draft.learningRate)}
        onChange={(index) => change({ learningRate: LEARNING_RATES[index]! })}
        format={(index) =>
          index === nearestIndex(LEARNING_RATES, draft.learningRate)
            ? rate(draft.learningRate)
            : rate(LEARNING_RATES[index]!)
        }
      />
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label={t('settings.batchSize')}
          value={String(draft.batchSize)}
          choices={numberChoices(BATCH_SIZES, draft.batchSize)}
          onChange={(value) => change({ batchSize: Number(value) })}
        />
        <SelectField
          label={t('settings.epochs')}
          value={String(draft.epochs)}
          choices={numberChoices(EPOCHS, draft.epochs)}
          onChange={(value) => change({ epochs: Number(value) })}
        />
        <SelectField
          label={t('settings.examples')}
          value={String(draft.examples)}
          choices={numberChoices(
            EXAMPLES.filter((count) => count <= DATASETS[draft.dataset].trainExamples),
            draft.examples,
          )}
          onChange={(value) => change({ examples: Number(value) })}
        />
        <SelectField
          label={t('settings.l2')}
          value={String(draft.l2)}
          choices={withValue(L2_WEIGHTS, draft.l2).map((value) => ({
            value: String(value),
            label: value === 0 ? t('settings.off') : value.toFixed(6).replace(/0+$/, ''),
          }))}
          onChange={(value) => change({ l2: Number(value) })}
        />
      </div>
      <SegmentedControl
        label={t('settings.lossKind')}
        labelVisible
        value={draft.loss}
        onChange={(loss) => change({ loss })}
        segments={LOSSES.map((value) => ({ value, label: t(`settings.${value}`) }))}
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-sm">
          <span className="font-semibold">{t('settings.seed')}</span>{' '}
          <span className="tabular text-ink-soft">{draft.seed}</span>
        </span>
        <Button
          size="sm"
          icon={<Dices aria-hidden="true" />}
          onClick={() => training.newSeed()}
          title={t('settings.seedHint')}
        >
          {t('settings.newSeed')}
        </Button>
      </div>
      <p className="tabular text-sm text-ink-soft">
        {t('settings.steps', {
          steps: numbers.integer(totalSteps(draft)),
          perEpoch: numbers.integer(stepsPerEpoch(draft)),
          epochs: draft.epochs,
        })}
      </p>
      <BackendChooser
        choice={backendChoice}
        facts={backend}
        onChoose={(choice) => training.chooseBackend(choice)}
      />
    </section>
  );
});
