'use client';

import { Dices } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { RaceBars } from '@/client/challenge/race-bars';
import { frontBoard } from '@/client/challenge/teams/front-board';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import type { TeacherView } from '@/protocol/views';
import { useConsole } from './console-context';
import { useMay } from './may';

/** Bars beside that of all others. */
const BARS = 8;

/** Runs the race again before everybody's eyes; nothing where it cannot be run. */
export function RaceAgainCard({ view }: { view: TeacherView }) {
  const t = useTranslations('challenge.again');
  const numbers = useNumbers();
  const { ask, offlineReason, nameOf } = useConsole();
  const leads = useMay('lead');
  const [asking, setAsking] = useState(false);
  const { again } = view.board;
  if (again === undefined || (!leads && again.shownAt === null)) return null;
  const front = view.board.teams?.again ? frontBoard(view.board) : view.board;
  const rows = front.rows.map((row) => (row.team ? row : { ...row, nickname: nameOf(row) }));
  const board = { ...front, rows };
  const run = async () => {
    setAsking(true);
    await ask({ type: 'race:again' });
    setAsking(false);
  };
  return (
    <Card as="section" title={t('title')}>
      <p className="text-sm text-ink-soft">{t('how')}</p>
      {leads && (
        <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button
            look={again.shownAt === null ? 'primary' : 'secondary'}
            icon={<Dices aria-hidden="true" />}
            disabledReason={offlineReason}
            busy={asking}
            onClick={() => void run()}
          >
            {t(again.shownAt === null ? 'run' : 'once', { races: numbers.integer(again.races) })}
          </Button>
          {view.class.ranking === 'off' && <p className="text-sm text-ink-soft">{t('boardOff')}</p>}
        </div>
      )}
      {again.shownAt !== null && (
        <div className="mt-4">
          <RaceBars board={board} most={BARS} />
        </div>
      )}
    </Card>
  );
}
