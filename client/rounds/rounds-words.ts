'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { ROUND_OUTCOMES, roundOutcome } from '@/protocol/rounds-outcome';
import { ROUNDS_PLANNED } from '@/protocol/rounds-settings';
import type { RoundsNow } from '@/protocol/rounds-views';

/** What is said of rounds of learning together. */
interface RoundsWords {
  choices: readonly string[];
  /** The index of what came true; null: they are not over, or came to nothing. */
  right(rounds: RoundsNow): number | null;
  /** Where they stand, in one line. */
  stands(rounds: RoundsNow): string;
  /** What there is to say, the most telling last. */
  findings(rounds: RoundsNow): string[];
  /** What has crossed the wire so far, in both directions. */
  wire(rounds: RoundsNow): { up: string; down: string };
}

/** Bytes of a megabyte. */
const MB = 1e6;
/** Shares that differ by less are called alike. */
const ALIKE = 0.03;

export function useRoundsWords(): RoundsWords {
  const t = useTranslations('rounds');
  const numbers = useNumbers();
  return useMemo(() => {
    const rightOf = (rounds: RoundsNow) => {
      const last = rounds.done.at(-1);
      return rounds.stage === 'over' && last ? roundOutcome(last.right) : null;
    };
    return {
      choices: ROUND_OUTCOMES.map((one) => t(`choices.${one}`)),
      right: rightOf,
      stands: ({ stage, round, done, arrived, dealt }) => {
        if (stage === 'asking') return t('stands.asking');
        if (stage === 'over') return t('stands.over', { rounds: done.length });
        if (stage === 'held') return t('stands.held', { rounds: done.length });
        const counted = { arrived, dealt: Math.max(arrived, dealt) };
        return round === 0
          ? t('stands.alone', counted)
          : t('stands.round', { round, of: ROUNDS_PLANNED, ...counted });
      },
      findings: (rounds) => {
        const { alone, done, rule, saboteurs } = rounds;
        const last = done.at(-1);
        const said: string[] = [];
        if (alone)
          said.push(
            t('found.alone', {
              share: numbers.percent(alone.median, 0),
              best: numbers.percent(alone.best, 0),
            }),
          );
        if (last && alone) {
          const better = last.right > alone.best;
          said.push(t(better ? 'found.together' : 'found.notYet', { share: numbers.percent(last.right, 0) }));
        }
        if (last) {
          const of = { other: numbers.percent(last.other, 0) };
          const kind =
            Math.abs(last.other - last.right) < ALIKE ? 'like' : last.other > last.right ? 'better' : 'worse';
          said.push(t(`found.other.${rule}.${kind}`, of));
        }
        if (saboteurs !== null && done.length > 0) said.push(t('found.saboteurs', { count: saboteurs }));
        return said;
      },
      wire: ({ done }) => {
        const sum = (of: 'up' | 'down') =>
          numbers.decimal(done.reduce((all, step) => all + step[of], 0) / MB, 1);
        return {
          up: t('wire.megabytes', { size: sum('up') }),
          down: t('wire.megabytes', { size: sum('down') }),
        };
      },
    };
  }, [t, numbers]);
}
