'use client';

import { Flag } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { RaceInWords } from '@/client/challenge/race/race-in-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import { RACE_LIMITS, type RaceRules } from '@/protocol/race';
import { type RaceAhead, raceAheadOf } from './race-ahead';

interface Props extends RaceAhead {
  race: RaceRules;
}

/** What counts in the race, and how the network on the bench stands to its limits: said before it is trained, and while it is. */
export function RaceBudget({ race, ...ahead }: Props) {
  const t = useTranslations('bench.race');
  const numbers = useNumbers();
  const { spent, whole } = raceAheadOf(ahead);
  const limited = RACE_LIMITS.flatMap((name) => {
    const most = race.limits[name];
    return most === null ? [] : [{ name, most, used: spent[name] }];
  });
  const { updates } = race.limits;
  const stands = updates !== null && spent.updates === updates && whole > updates;
  return (
    <div
      data-testid="race-budget"
      className="page-width tabular flex flex-wrap gap-x-5 gap-y-0.5 pt-2 text-sm text-ink-soft"
    >
      <span className="flex gap-1.5 max-lg:sr-only">
        <Flag aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-accent" />
        <RaceInWords race={{ ...race, limits: { weights: null, updates: null, examples: null } }} />
      </span>
      {limited.map(({ name, most, used }) => (
        <span
          key={name}
          data-limit={name}
          data-over={used > most}
          className={classNames(used > most && 'font-semibold text-danger')}
        >
          {t(used > most ? `beyond.${name}` : `within.${name}`, {
            used: numbers.integer(used),
            most: numbers.integer(most),
          })}
        </span>
      ))}
      {stands ? (
        <span role="status" data-testid="race-limit-reached" className="font-semibold text-ink">
          {t('stands', { most: numbers.integer(updates) })}
        </span>
      ) : (
        updates !== null &&
        whole > updates &&
        spent.updates < updates && (
          <span data-testid="race-too-long" className="text-warn">
            {t('tooLong', { whole: numbers.integer(whole), most: numbers.integer(updates) })}
          </span>
        )
      )}
    </div>
  );
}
