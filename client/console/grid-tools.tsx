'use client';

import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { SelectField } from '@/client/ui/select-field';
import { TextField } from '@/client/ui/text-field';
import { ACTIVITY_ORDER } from './activity-look';
import { GROUPINGS, type Grouping } from './card-groups';
import type { ClassTally } from './class-summary';
import { DENSITIES, type WantedDensity } from './density';
import {
  filterOfNeed,
  filterOfTeam,
  STUDENT_SORTS,
  type StudentFilter,
  type StudentSort,
} from './student-order';
import type { Team } from './teams/teams-of';
import { NEEDS } from './triage';

/** How somebody wants the cards. */
export interface GridWishes {
  search: string;
  sort: StudentSort;
  filter: StudentFilter;
  grouping: Grouping;
  density: WantedDensity;
}

interface Props {
  wishes: GridWishes;
  onWish(change: Partial<GridWishes>): void;
  tally: ClassTally;
  teams: readonly Team[];
  /** Sorted by results instead of accuracy. */
  byResult: boolean;
}

const SORT_KEYS = { trouble: 'byTrouble', accuracy: 'byAccuracy', name: 'byName' } as const;

/** Which cards are shown, in which order, how put together, and how large. */
export const GridTools = memo(function GridTools({ wishes, onWish, tally, teams, byResult }: Props) {
  const t = useTranslations('console.grid');
  const challenge = useTranslations('challenge');
  const activityText = useTranslations('console.activity');
  const needText = useTranslations('console.need');
  const numbers = useNumbers();
  const { sort, filter, search, grouping, density } = wishes;
  const choice = (value: StudentFilter, state: string, count: number, group: string) => ({
    value,
    label: t('state', { state, count: numbers.integer(count) }),
    disabled: count === 0 && filter !== value,
    group,
  });
  const filters = [
    { value: 'all' as StudentFilter, label: t('all', { count: numbers.integer(tally.students) }) },
    ...ACTIVITY_ORDER.map((activity) =>
      choice(activity, activityText(activity), tally.counts[activity], t('states')),
    ),
    ...NEEDS.map((need) => choice(filterOfNeed(need), needText(need), tally.needs[need], t('byNeed'))),
    ...teams.map(({ name, ids }) => choice(filterOfTeam(name), name, ids.length, t('byTeam'))),
  ];
  return (
    <div className="flex w-full flex-wrap items-end gap-3">
      <TextField
        label={<span className="sr-only">{t('search')}</span>}
        placeholder={t('search')}
        type="search"
        value={search}
        onChange={(event) => onWish({ search: event.target.value })}
        className="min-w-32 max-w-44 flex-1 gap-0! max-sm:max-w-none"
      />
      <SelectField
        label={<span className="sr-only">{t('filter')}</span>}
        value={filter}
        onChange={(next) => onWish({ filter: next })}
        choices={filters}
        className="min-w-36 max-w-44 flex-1 gap-0! max-sm:max-w-none"
      />
      <SegmentedControl
        label={t('sort')}
        value={sort}
        onChange={(next) => onWish({ sort: next })}
        segments={STUDENT_SORTS.map((value) => ({
          value,
          label: value === 'accuracy' && byResult ? challenge('result') : t(SORT_KEYS[value]),
        }))}
      />
      <SelectField
        label={<span className="sr-only">{t('grouping')}</span>}
        value={grouping}
        onChange={(next) => onWish({ grouping: next })}
        choices={GROUPINGS.filter((value) => value !== 'team' || teams.length > 0 || value === grouping).map(
          (value) => ({ value, label: t(`groupings.${value}`) }),
        )}
        className="min-w-36 max-w-44 flex-1 gap-0! max-sm:max-w-none"
      />
      <SelectField
        label={<span className="sr-only">{t('density')}</span>}
        value={density}
        onChange={(next) => onWish({ density: next })}
        choices={(['auto', ...DENSITIES] as const).map((value) => ({
          value,
          label: t(`densities.${value}`),
        }))}
        className="min-w-36 max-w-44 flex-1 gap-0! max-sm:max-w-none"
      />
    </div>
  );
});
