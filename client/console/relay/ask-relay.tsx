'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { AskExperiment } from '@/client/console/experiments/ask-experiment';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { HIDDEN_SEATS, type HiddenSeats, RELAY_WAYS, type RelayWay } from '@/protocol/relay-settings';

/** By hand two are enough; with four nearly every start learns (docs/together.md). */
const USUAL: Readonly<Record<RelayWay, HiddenSeats>> = { hand: 2, gradient: 4 };

/** Where weights come from, and how many hidden units. */
export function AskRelay({ again }: { again: boolean }) {
  const t = useTranslations('relay');
  const { ask } = useConsole();
  const [way, setWay] = useState<RelayWay>('hand');
  const [hidden, setHidden] = useState<HiddenSeats | null>(null);
  const shown = hidden ?? USUAL[way];
  return (
    <AskExperiment
      label={t(again ? 'askAgain' : 'ask')}
      again={again}
      hint={t('settingsHint')}
      onAsk={(relayId) => void ask({ type: 'relay:ask', relayId, way, hidden: shown })}
    >
      <SegmentedControl
        label={t('wayLabel')}
        labelVisible
        value={way}
        onChange={setWay}
        segments={RELAY_WAYS.map((value) => ({ value, label: t(`ways.${value}`) }))}
      />
      <SegmentedControl
        label={t('hiddenLabel')}
        labelVisible
        value={String(shown)}
        onChange={(value) => setHidden(HIDDEN_SEATS.find((one) => String(one) === value)!)}
        segments={HIDDEN_SEATS.map((one) => ({ value: String(one), label: String(one) }))}
      />
    </AskExperiment>
  );
}
