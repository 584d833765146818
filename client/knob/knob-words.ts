'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { quartilesOf } from '@/base/quartiles';
import { useNumbers } from '@/client/i18n/use-numbers';
import { KNOBS, type KnobSetting } from '@/protocol/knob-settings';
import type { KnobNow } from '@/protocol/knob-views';

/** What is said of a setting of which everybody was dealt a value. */
export interface KnobWords {
  name(setting: KnobSetting): string;
  write(setting: KnobSetting, value: number): string;
  question(knob: Pick<KnobNow, 'setting' | 'rounds'>): string;
  /** What came out so far, the most telling first; nothing before there is enough. */
  findings(knob: KnobNow): string[];
}

/** Values with networks from which one may be called the best. */
const LEAST_VALUES = 3;

export function useKnobWords(): KnobWords {
  const t = useTranslations('knob');
  const numbers = useNumbers();
  return useMemo(() => {
    const write = (setting: KnobSetting, value: number) =>
      setting === 'learningRate'
        ? value.toFixed(7).replace(/\.?0+$/, '')
        : setting === 'seed'
          ? String(value)
          : numbers.integer(value);
    return {
      name: (setting) => t(`settings.${setting}`),
      write,
      question: ({ setting, rounds }) =>
        rounds.length > 1
          ? t('nextQuestion', { value: write(setting, rounds[1]!.values[0]!) })
          : t(`question.${setting}`),
      findings: (knob) => {
        const { setting, law, rounds } = knob;
        if (KNOBS[setting].next !== null) {
          if (law === null) return [];
          const { next, slope } = law;
          const value = write(setting, next.value);
          const percent = (share: number) => numbers.percent(share);
          const tested = rounds[1]?.results[0] ?? [];
          const middle = 1 - quartilesOf(tested).middle;
          return [
            t('law.slope', { share: numbers.percent(2 ** slope, 0) }),
            t('law.foretold', {
              value,
              ...{ error: percent(next.error), low: percent(next.low), high: percent(next.high) },
            }),
            ...(tested.length > 0
              ? [
                  t('law.came', {
                    ...{ count: tested.length, value, error: percent(middle) },
                    inside: String(middle >= next.low && middle <= next.high),
                  }),
                ]
              : []),
          ];
        }
        const { values, results } = rounds[0]!;
        const measured = values.flatMap((value, at) =>
          results[at]!.length === 0 ? [] : [{ value, middle: quartilesOf(results[at]!).middle }],
        );
        if (measured.length < LEAST_VALUES) return [];
        if (setting === 'seed') {
          const all = results.flat();
          return [t('luck', { points: numbers.decimal(100 * (Math.max(...all) - Math.min(...all)), 1) })];
        }
        const best = measured.reduce((one, other) => (other.middle > one.middle ? other : one));
        return [
          t('best', {
            setting: t(`settings.${setting}`),
            ...{ value: write(setting, best.value), share: numbers.percent(best.middle) },
          }),
        ];
      },
    };
  }, [t, numbers]);
}
