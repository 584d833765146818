'use client';

import { useTranslations } from 'use-intl';
import { Checkbox } from '@/client/ui/checkbox';
import { NumberField } from '@/client/ui/number-field';
import { RACE_LIMIT_MOST, type RaceLimit } from '@/protocol/race';

/** What is offered where a limit is put first: a network of lesson 5 with a dozen hidden units, two epochs of its training, a sixth of its pictures. */
const USUAL: Readonly<Record<RaceLimit, number>> = { weights: 10_000, updates: 400, examples: 1_000 };
const STEPS: Readonly<Record<RaceLimit, number>> = { weights: 1_000, updates: 100, examples: 100 };

interface Props {
  name: RaceLimit;
  /** Null: there is no such limit. */
  most: number | null;
  onChange(most: number | null): void;
}

/** One limit of a race: whether there is one, and how much it allows. */
export function RaceLimitField({ name, most, onChange }: Props) {
  const t = useTranslations('console.race');
  return (
    <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-4">
      <Checkbox
        label={t(`limit.${name}`)}
        checked={most !== null}
        onChange={(limited) => onChange(limited ? USUAL[name] : null)}
      />
      {most !== null && (
        <NumberField
          label={<span className="sr-only">{t(`most.${name}`)}</span>}
          value={most}
          onChange={onChange}
          min={1}
          max={RACE_LIMIT_MOST[name]}
          step={STEPS[name]}
          digits={0}
          className="w-44"
        />
      )}
    </div>
  );
}
