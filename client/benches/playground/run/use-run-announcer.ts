'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchModel, BenchSnapshot } from '@/client/benches/playground/model/bench-model';
import { useNumbers } from '@/client/i18n/use-numbers';

/** Says politely what the training has come to: on changes of its state alone. */
export function useRunAnnouncer(
  model: BenchModel,
  snapshot: BenchSnapshot,
  say: (words: string) => void,
): void {
  const t = useTranslations('playground');
  const numbers = useNumbers();
  const before = useRef(snapshot.state.name);
  const { name } = snapshot.state;
  useEffect(() => {
    if (before.current === name) return;
    before.current = name;
    const standing = model.frames.slow()?.frame.standing;
    say(
      t(`said.${name}`, {
        step: numbers.integer(standing?.step ?? 0),
        accuracy: numbers.percent(standing?.testAccuracy ?? null),
      }),
    );
  }, [name, model, say, t, numbers]);
}
