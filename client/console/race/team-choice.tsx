'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { useTeams } from '@/client/console/teams/use-teams';
import { broken } from '@/client/i18n/broken';
import { Button } from '@/client/ui/button';
import { NumberField } from '@/client/ui/number-field';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { isRankable, type RaceRules } from '@/protocol/race';
import type { RosterEntry } from '@/protocol/views';

/** Students of a team that is dealt, about: few enough that each is seen. */
const USUAL_SIZE = 4;
const MOST_TEAMS = 20;

interface Props {
  rules: RaceRules;
  roster: readonly RosterEntry[];
  onChange(teams: true | undefined): void;
}

/** Who ranks; where it is teams, what comes of that, and students are dealt to them at once. */
export function TeamChoice({ rules, roster, onChange }: Props) {
  const t = useTranslations('console.race');
  const challenge = useTranslations('challenge.teams');
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <SegmentedControl
        label={t('by')}
        labelVisible
        value={rules.teams ? 'teams' : 'students'}
        onChange={(by) => onChange(by === 'teams' ? true : undefined)}
        segments={(['students', 'teams'] as const).map((value) => ({ value, label: t(`bys.${value}`) }))}
      />
      {rules.teams && (
        <>
          {!isRankable(rules) && (
            <p role="alert" className="text-sm text-negative">
              {broken(t('teamsByAccuracy'))}
            </p>
          )}
          <p className="text-sm">{broken(challenge('rule'))}</p>
          <p className="text-sm text-ink-soft">{broken(`${t('teamsShown')} ${t('teamsLate')}`)}</p>
          <TeamDeal roster={roster} />
        </>
      )}
    </div>
  );
}

/** Students who are in, dealt to teams by lot. */
function TeamDeal({ roster }: { roster: readonly RosterEntry[] }) {
  const t = useTranslations('console.race');
  const named = useTranslations('console.teams');
  const { ask, offlineReason } = useConsole();
  const here = roster.filter(({ membership }) => membership === 'in');
  const teams = useTeams(here);
  const left = here.filter(({ team }) => team === null).length;
  const [count, setCount] = useState(Math.max(2, Math.round(here.length / USUAL_SIZE)));
  const [busy, setBusy] = useState(false);
  const deal = async (names: readonly string[], anew: boolean) => {
    setBusy(true);
    const done = await ask({ type: 'team:deal', teams: [...names], anew });
    setBusy(false);
    if (done) toast.success(t('dealt', { count: names.length }));
  };
  const numbered = Array.from({ length: count }, (_, index) => named('usual', { number: index + 1 }));
  return (
    <div data-testid="team-deal" className="flex flex-wrap items-end gap-x-3 gap-y-2">
      <p data-testid="team-count" className="w-full text-sm font-semibold">
        {t('teamCount', { teams: teams.length, left })}
      </p>
      {teams.length > 0 && left > 0 && (
        <Button
          size="sm"
          busy={busy}
          disabledReason={offlineReason}
          onClick={() =>
            void deal(
              teams.map(({ name }) => name),
              false,
            )
          }
        >
          {t('dealLeft', { left })}
        </Button>
      )}
      <NumberField
        label={t('teamNumber')}
        value={count}
        onChange={setCount}
        min={2}
        max={MOST_TEAMS}
        step={1}
        digits={0}
        className="w-40"
      />
      <Button size="sm" busy={busy} disabledReason={offlineReason} onClick={() => void deal(numbered, true)}>
        {t(teams.length === 0 ? 'deal' : 'dealAnew')}
      </Button>
    </div>
  );
}
