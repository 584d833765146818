'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { AskExperiment } from '@/client/console/experiments/ask-experiment';
import { SegmentedControl } from '@/client/ui/segmented-control';
import type { DatasetId } from '@/protocol/datasets';
import {
  LABELS_EACH,
  ROUND_EPOCHS,
  ROUND_RULES,
  type RoundEpochs,
  type RoundRule,
  SABOTEURS,
  type Saboteurs,
} from '@/protocol/rounds-settings';

const eachName = { 2: 'two', 0: 'all' } as const;
type EachName = (typeof eachName)[keyof typeof eachName];

/** By which rule, with which pictures, how many saboteurs and how much training. */
export function AskRounds({ dataset, again }: { dataset: DatasetId; again: boolean }) {
  const t = useTranslations('rounds');
  const { ask } = useConsole();
  const [rule, setRule] = useState<RoundRule>('mean');
  const [each, setEach] = useState<EachName>('two');
  const [saboteurs, setSaboteurs] = useState<Saboteurs>(0);
  const [epochs, setEpochs] = useState<RoundEpochs>(1);
  const ofNumber = <Value extends number>(
    values: readonly Value[],
    value: Value,
    set: (value: Value) => void,
  ) => ({
    value: String(value),
    onChange: (chosen: string) => set(values.find((one) => String(one) === chosen)!),
    segments: values.map((one) => ({ value: String(one), label: String(one) })),
  });
  return (
    <AskExperiment
      label={t(again ? 'askAgain' : 'ask')}
      again={again}
      hint={t('settingsHint')}
      onAsk={(roundsId) =>
        void ask({
          ...{ type: 'rounds:ask', roundsId },
          ...{ rule, each: each === 'two' ? 2 : 0, saboteurs, epochs },
        })
      }
    >
      <SegmentedControl
        label={t('ruleLabel')}
        labelVisible
        value={rule}
        onChange={setRule}
        segments={ROUND_RULES.map((value) => ({ value, label: t(`rules.${value}`) }))}
      />
      <SegmentedControl
        label={t('eachLabel')}
        labelVisible
        value={each}
        onChange={setEach}
        segments={LABELS_EACH.map((value) => ({
          value: eachName[value],
          label: t(`each.${eachName[value]}`, { dataset }),
        }))}
      />
      <SegmentedControl
        label={t('saboteursLabel')}
        labelVisible
        {...ofNumber(SABOTEURS, saboteurs, setSaboteurs)}
      />
      <SegmentedControl
        label={t('epochsLabel')}
        labelVisible
        {...ofNumber(ROUND_EPOCHS, epochs, setEpochs)}
      />
    </AskExperiment>
  );
}
