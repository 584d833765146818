'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { broken } from '@/client/i18n/broken';
import { randomId } from '@/client/live/random-id';
import { Button } from '@/client/ui/button';
import { SegmentedControl } from '@/client/ui/segmented-control';
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

/** By which rule, with which pictures, how many saboteurs and how much training: and off it goes. */
export function AskRounds({ again }: { again: boolean }) {
  const t = useTranslations('rounds');
  const { ask, offlineReason } = useConsole();
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
    <div className="flex flex-col items-start gap-3">
      <div className="flex flex-wrap gap-x-6 gap-y-3">
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
            label: t(`each.${eachName[value]}`),
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
      </div>
      <p className="text-xs text-ink-soft">{broken(t('settingsHint'))}</p>
      <Button
        look={again ? 'secondary' : 'primary'}
        disabledReason={offlineReason}
        onClick={() =>
          void ask({
            type: 'rounds:ask',
            roundsId: randomId(),
            ...{ rule, each: each === 'two' ? 2 : 0, saboteurs, epochs },
          })
        }
      >
        {t(again ? 'askAgain' : 'ask')}
      </Button>
    </div>
  );
}
