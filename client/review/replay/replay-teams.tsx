'use client';

import { useTranslations } from 'use-intl';
import { MembersHandedIn } from '@/client/challenge/teams/members-handed-in';
import { TeamMark } from '@/client/challenge/teams/team-mark';
import { useNumbers } from '@/client/i18n/use-numbers';
import { DataTable } from '@/client/ui/data-table';
import type { ReplayTeamPlace } from './places';

/** The board of teams as it was at the moment that is shown. */
export function ReplayTeams({ teams }: { teams: readonly ReplayTeamPlace[] }) {
  const t = useTranslations('challenge.teams');
  const columns = useTranslations('review.class');
  const numbers = useNumbers();
  const nameOf = ({ name, number }: ReplayTeamPlace) => name ?? t('numbered', { number });
  return (
    <DataTable
      caption={t('title')}
      dense
      columns={[
        {
          id: 'rank',
          header: columns('rank'),
          align: 'right',
          cell: ({ rank }) => numbers.integer(rank),
        },
        {
          id: 'team',
          header: t('team'),
          rowHeader: true,
          grow: true,
          cell: (team) => (
            <span className="flex items-center gap-2">
              <TeamMark colour={team.colour} className="size-5" />
              <span translate="no" className="truncate">
                {nameOf(team)}
              </span>
            </span>
          ),
        },
        {
          id: 'handedIn',
          header: t('handedIn'),
          align: 'right',
          cell: ({ size, missing }) => <MembersHandedIn count={size - missing} size={size} />,
        },
        {
          id: 'value',
          header: columns('verified'),
          align: 'right',
          cell: ({ value }) => numbers.percent(value),
        },
      ]}
      rows={teams}
      rowKey={({ number }) => String(number)}
      empty={t('none')}
      className="max-h-72 rounded-none border-t border-line"
    />
  );
}
