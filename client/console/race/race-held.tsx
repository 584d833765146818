'use client';

import { useTranslations } from 'use-intl';
import { BoardShown } from '@/client/console/board-shown';
import { useConsole } from '@/client/console/console-context';
import { HandInLimits } from '@/client/console/hand-in-limits';
import { useTeams } from '@/client/console/teams/use-teams';
import { useWished } from '@/client/console/use-wished';
import { Toggle } from '@/client/ui/toggle';
import type { TeacherView } from '@/protocol/views';
import { RaceTime } from './race-time';

/** How a race is held, whatever its rules: each of it at once, as in the room's settings. */
export function RaceHeld({ view }: { view: TeacherView }) {
  const t = useTranslations('console.race');
  const settings = useTranslations('console.settings');
  const datasets = useTranslations('datasets');
  const { ask, offlineReason } = useConsole();
  const { dataset, reproduce } = view.class;
  const [reproduced, wishReproduced] = useWished(reproduce);
  const teams = useTeams(view.roster);
  const offline = offlineReason !== undefined;
  return (
    <section aria-label={t('held')} className="flex min-w-0 flex-col gap-4">
      <RaceTime view={view} />
      <HandInLimits view={view} />
      <BoardShown view={view} />
      <Toggle
        label={settings('reproduce')}
        hint={settings('reproduceHint')}
        checked={reproduced}
        disabled={offline}
        onChange={(asked) => wishReproduced(asked, ask({ type: 'class:reproduce', asked }))}
      />
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 border-t border-line pt-3 text-sm">
        <dt className="font-semibold">{t('pictures')}</dt>
        <dd>{dataset === null ? '–' : datasets(`${dataset}.name`)}</dd>
        <dt className="font-semibold">{t('teams')}</dt>
        <dd>{teams.length === 0 ? t('noTeams') : teams.map(({ name }) => name).join(' · ')}</dd>
      </dl>
    </section>
  );
}
