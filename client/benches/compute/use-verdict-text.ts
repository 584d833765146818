'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { MEASURED_TASKS, type MeasuredTask } from '@/protocol/measurement';
import { useFigureText } from './use-figure-text';
import { type DeviceVerdict, QUOTED } from './verdict';

/** Says a verdict in plain words: first what came out, then why it is so. */
export function useVerdictText(): (
  verdict: DeviceVerdict,
  task: MeasuredTask,
) => { said: string; why: string | null } {
  const t = useTranslations('compute');
  const text = useFigureText();
  return useCallback(
    (verdict, task) => {
      const { kind, best, smallest, from, wasm } = verdict;
      const sizes: readonly number[] = MEASURED_TASKS[task].sizes;
      const parts: string[] = [];
      if (kind === 'no-card' || !best || !smallest) {
        parts.push(t('verdict.no-card'));
      } else {
        const before = from === null ? 0 : (sizes[sizes.indexOf(from) - 1] ?? 0);
        parts.push(
          t(`verdict.${kind}`, {
            backend: t(`backend.${best.backend}`),
            size: best.size,
            times: text.times(best.times),
            small: smallest.size,
            smallTimes: text.times(smallest.times),
            from: from ?? 0,
            before,
          }),
        );
        if (kind !== 'software') parts.push(t(best.times >= QUOTED ? 'verdict.reached' : 'verdict.missed'));
      }
      if (wasm !== null) parts.push(t('verdict.wasm', { times: text.times(wasm) }));
      // Japanese sentences follow each other without a space.
      const said = parts.reduce(
        (all, part) => (all === '' ? part : all + (/[。]$/.test(all) ? '' : ' ') + part),
        '',
      );
      return { said, why: kind === 'never' || kind === 'from' ? t(`why.${kind}`) : null };
    },
    [t, text],
  );
}
