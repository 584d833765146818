'use client';

import { Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { May } from '@/client/console/may';
import type { SelectionActionProps } from '@/client/console/selection/selection-action';
import { Button } from '@/client/ui/button';
import { Dialog } from '@/client/ui/dialog';
import { TeamForm } from './team-form';
import { teamThatIs } from './teams-of';
import { useTeams } from './use-teams';

/** Puts the chosen students together under a name; where they are a team already, gives it another. */
export function MakeTeam({ students, everybody }: SelectionActionProps) {
  const t = useTranslations('console.teams');
  const [open, setOpen] = useState(false);
  const teams = useTeams(everybody);
  const ids = students.map(({ id }) => id);
  const own = teamThatIs(teams, new Set(ids));
  const taken = new Set(teams.map(({ name }) => name));
  const usual = (number: number): string => {
    const name = t('usual', { number });
    return taken.has(name) ? usual(number + 1) : name;
  };
  const title = t(own ? 'rename' : 'make');
  return (
    <May least="help">
      <Button
        size="sm"
        icon={<Users aria-hidden="true" />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {title}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={title} description={t('text', { count: ids.length })}>
        {open && <TeamForm first={own?.name ?? usual(1)} ids={ids} onDone={() => setOpen(false)} />}
      </Dialog>
    </May>
  );
}
