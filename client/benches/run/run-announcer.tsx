'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { CurrentRun } from '@/client/training/current-run';
import { LiveRegion } from '@/client/ui/live-region';
import { readoutOf } from './run-readout';

/** Reads out what becomes of the run: changes of state and results, never single points. */
export function RunAnnouncer({ current }: { current: CurrentRun | null }) {
  const t = useTranslations('bench');
  const numbers = useNumbers();
  const [said, setSaid] = useState('');
  const state = current?.state ?? null;
  const scoredId = current?.scored?.submissionId ?? null;
  const before = useRef({ state, scoredId, first: true });

  // biome-ignore lint/correctness/useExhaustiveDependencies: spoken at a change of state or result, with the numbers of that moment.
  useEffect(() => {
    const past = before.current;
    before.current = { state, scoredId, first: false };
    if (past.first || current === null || state === null) return;
    if (scoredId !== null && scoredId !== past.scoredId && current.scored) {
      setSaid(t('said.submitted', { accuracy: numbers.percent(current.scored.accuracy, 2) }));
      return;
    }
    if (state === past.state || state === 'stopped') return;
    const now = readoutOf(current);
    setSaid(
      t(`said.${state}`, {
        step: numbers.integer(now.step),
        accuracy: numbers.percent(now.accuracy),
        validation: numbers.percent(now.validationAccuracy),
      }),
    );
  }, [state, scoredId]);
  return <LiveRegion>{said}</LiveRegion>;
}
