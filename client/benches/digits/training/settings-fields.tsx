'use client';

import { Dices } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import { Button } from '@/client/ui/button';
import { SelectField } from '@/client/ui/select-field';
import { SliderField } from '@/client/ui/slider-field';
import { stepsPerEpoch, totalSteps } from '@/engine/training/schedule';
import type { DigitsSetting } from '@/lessons/bench';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { LOSSES, OPTIMIZERS } from '@/protocol/experiment-choices';
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

interface Props {
  training: BenchTraining;
  draft: Experiment;
  /** Which of them stand here. */
  shows: ReadonlySet<DigitsSetting>;
  backendChoice: TrainingSnapshot['backendChoice'];
  backend: NonNullable<TrainingSnapshot['current']>['backend'];
}

/** Settings of the next run, those of one kind together. */
export function SettingsFields({ training, draft, shows, backendChoice, backend }: Props) {
  const t = useTranslations('bench');
  const numbers = useNumbers();
  const change = (part: Partial<Experiment>) => training.setDraft({ ...draft, ...part });
  const numberChoices = (choices: readonly number[], value: number) =>
    withValue(choices, value).map((choice) => ({ value: String(choice), label: numbers.integer(choice) }));
  return (
    <>
      {(shows.has('network') || shows.has('activation')) && (
        <NetworkFields
          architecture={draft}
          onChange={(network) => change({ network })}
          sizes={shows.has('network')}
          activation={shows.has('activation')}
        />
      )}
      {shows.has('network') && (
        <h3 className="border-t border-line pt-3 text-base">{t('settings.learning')}</h3>
      )}
      <div className="flex flex-col gap-4 empty:hidden">
        {shows.has('optimizer') && (
          <SelectField
            label={t('settings.optimizer')}
            value={draft.optimizer}
            choices={OPTIMIZERS.map((value) => ({ value, label: t(`settings.short.${value}`) }))}
            onChange={(optimizer) => change({ optimizer })}
          />
        )}
        {shows.has('learningRate') && (
          <SliderField
            label={t('settings.learningRate')}
            min={0}
            max={LEARNING_RATES.length - 1}
            value={nearestIndex(LEARNING_RATES, draft.learningRate)}
            onChange={(index) => change({ learningRate: LEARNING_RATES[index]! })}
            format={(index) =>
              String(
                index === nearestIndex(LEARNING_RATES, draft.learningRate)
                  ? draft.learningRate
                  : LEARNING_RATES[index]!,
              )
            }
          />
        )}
        <div className="grid grid-cols-2 gap-3 empty:hidden">
          {shows.has('batchSize') && (
            <SelectField
              label={t('settings.batchSize')}
              value={String(draft.batchSize)}
              choices={numberChoices(BATCH_SIZES, draft.batchSize)}
              onChange={(value) => change({ batchSize: Number(value) })}
            />
          )}
          {shows.has('epochs') && (
            <SelectField
              label={t('settings.epochs')}
              value={String(draft.epochs)}
              choices={numberChoices(EPOCHS, draft.epochs)}
              onChange={(value) => change({ epochs: Number(value) })}
            />
          )}
          {shows.has('examples') && (
            <SelectField
              label={t('settings.examples')}
              value={String(draft.examples)}
              choices={numberChoices(
                EXAMPLES.filter((count) => count <= DATASETS[draft.dataset].trainExamples),
                draft.examples,
              )}
              onChange={(value) => change({ examples: Number(value) })}
            />
          )}
          {shows.has('l2') && (
            <SelectField
              label={t('settings.l2')}
              value={String(draft.l2)}
              choices={withValue(L2_WEIGHTS, draft.l2).map((value) => ({
                value: String(value),
                label: value === 0 ? t('settings.off') : value.toFixed(6).replace(/0+$/, ''),
              }))}
              onChange={(value) => change({ l2: Number(value) })}
            />
          )}
        </div>
        {shows.has('loss') && (
          <SelectField
            label={t('settings.lossKind')}
            value={draft.loss}
            choices={LOSSES.map((value) => ({ value, label: t(`settings.${value}`) }))}
            onChange={(loss) => change({ loss })}
          />
        )}
        {shows.has('seed') && (
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
        )}
      </div>
      {shows.has('epochs') && (
        <p className="tabular text-sm text-ink-soft">
          {t('settings.steps', {
            steps: numbers.integer(totalSteps(draft)),
            perEpoch: numbers.integer(stepsPerEpoch(draft)),
            epochs: draft.epochs,
          })}
        </p>
      )}
      {shows.has('backend') && (
        <BackendChooser
          choice={backendChoice}
          facts={backend}
          onChoose={(choice) => training.chooseBackend(choice)}
        />
      )}
    </>
  );
}
