'use client';

import { X } from 'lucide-react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { May } from '@/client/console/may';
import { useSelectedIds } from '@/client/console/selection/use-selected-ids';
import { UNDO_MS } from '@/client/console/use-sending-out';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import { IconButton } from '@/client/ui/icon-button';
import type { RosterEntry } from '@/protocol/views';
import { type Team, teamThatIs } from './teams-of';
import { useTeams } from './use-teams';

/** The class's teams: one tap chooses all of a team, for whatever is done with chosen students. Nothing while there is none. */
export function TeamsStrip({ students }: { students: readonly RosterEntry[] }) {
  const t = useTranslations('console.teams');
  const numbers = useNumbers();
  const { ask, selectedStudents, offlineReason } = useConsole();
  const teams = useTeams(students);
  const chosen = teamThatIs(teams, useSelectedIds());
  if (teams.length === 0) return null;
  const dissolve = async ({ name, ids }: Team) => {
    const studentIds = [...ids];
    if (!(await ask({ type: 'team:put', studentIds, team: null }))) return;
    toast.success(t('dissolved', { name }), {
      duration: UNDO_MS,
      action: {
        label: t('undo'),
        onClick: () => void ask({ type: 'team:put', studentIds, team: name }),
      },
    });
  };
  return (
    <section aria-labelledby="teams-title" className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <h2 id="teams-title" className="text-sm">
        {t('title')}
      </h2>
      <ul data-testid="teams" className="flex min-w-0 flex-wrap gap-2">
        {teams.map((team) => (
          <li key={team.name} className="flex max-w-full items-center">
            <Button
              size="sm"
              aria-pressed={team === chosen}
              onClick={() => (team === chosen ? selectedStudents.clear() : selectedStudents.choose(team.ids))}
              className="min-w-0 aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
            >
              <span translate="no" className="truncate">
                {team.name}
              </span>
              <span aria-hidden="true" className="tabular pl-1 font-normal">
                {`(${numbers.integer(team.ids.length)})`}
              </span>
              <span className="sr-only">{t('count', { count: team.ids.length })}</span>
            </Button>
            <May least="help">
              <IconButton
                size="sm"
                label={t('dissolve', { name: team.name })}
                icon={<X aria-hidden="true" />}
                disabled={offlineReason !== undefined}
                onClick={() => void dissolve(team)}
              />
            </May>
          </li>
        ))}
      </ul>
    </section>
  );
}
