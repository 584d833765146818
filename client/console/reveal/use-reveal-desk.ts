'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { useAwardWords } from '@/client/reveal/use-award-words';
import { REVEAL_PHASES, type RevealPhase, type RevealStop } from '@/protocol/reveal';
import type { RevealDesk } from '@/protocol/reveal-views';

/** What a teacher can do with a reveal from where it stands. */
interface RevealMovesOn {
  back: RevealStop | null;
  next: RevealStop | null;
  /** The first stop of the phase after this one, where that is not the next stop anyhow. */
  skip: RevealStop | null;
  /** Where it stands. */
  at: RevealStop;
  go(stop: RevealStop | null): void;
  /** What a stop is called. */
  nameOf(stop: RevealStop): string;
  phaseName(phase: RevealPhase): string;
}

/** Where a reveal stands, and where it can go from there. */
export function useRevealDesk({ stage, stops, awards }: RevealDesk): RevealMovesOn {
  const t = useTranslations('reveal.desk');
  const phases = useTranslations('reveal.phases');
  const words = useAwardWords();
  const { ask } = useConsole();
  const { phase, shown, total } = stage;
  const index = stops.findIndex((stop) => stop.phase === phase && stop.shown === shown);
  const next = stops[index + 1] ?? null;
  const after =
    stops.find((stop) => REVEAL_PHASES.indexOf(stop.phase) > REVEAL_PHASES.indexOf(phase)) ?? null;
  const visible = awards.filter(({ withheld }) => !withheld);
  const nameOf = (stop: RevealStop): string => {
    switch (stop.phase) {
      case 'half': {
        const isFirst = stops.find((one) => one.phase === 'half') === stop;
        return isFirst || stop.shown === stops.find((one) => one.phase === 'half')?.shown
          ? t('stop.halfFirst', { count: stop.shown })
          : t('stop.half', { row: total - stop.shown + 1, of: total });
      }
      case 'awards': {
        const award = visible[stop.shown - 1];
        return t('stop.awards', {
          ...{ number: stop.shown, count: visible.length },
          award: award ? words(award.evidence).title : '',
        });
      }
      default:
        return t(`stop.${stop.phase}`);
    }
  };
  return {
    back: stops[index - 1] ?? null,
    next,
    skip: after === next ? null : after,
    at: { phase, shown },
    go: useCallback(
      (stop) => {
        if (stop) void ask({ type: 'reveal:go', phase: stop.phase, shown: stop.shown });
      },
      [ask],
    ),
    nameOf,
    phaseName: (one) => phases(one),
  };
}
