'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Card } from '@/client/ui/card';
import { DataTable } from '@/client/ui/data-table';
import { StudentMark } from '@/client/ui/student-mark';
import { ReplayTeams } from './replay-teams';
import type { Scene } from './scene';
import { useRaceFigure } from './use-race-figure';

/** The board as it was at the moment that is shown. */
export function ReplayBoard({ board, race, teams }: Pick<Scene, 'board' | 'race' | 'teams'>) {
  const t = useTranslations('review.replay');
  const columns = useTranslations('review.class');
  const numbers = useNumbers();
  const figure = useRaceFigure(race);
  return (
    <Card as="section" title={t('board')} flush>
      {teams && <ReplayTeams teams={teams} />}
      <DataTable
        caption={t('board')}
        dense
        columns={[
          {
            id: 'rank',
            header: columns('rank'),
            align: 'right',
            cell: ({ rank }) => numbers.integer(rank),
          },
          {
            id: 'student',
            header: columns('student'),
            rowHeader: true,
            grow: true,
            cell: ({ student }) => (
              <span className="flex items-center gap-2">
                <StudentMark mark={student.mark} className="size-5" />
                <span translate="no" className="truncate">
                  {student.nickname}
                </span>
              </span>
            ),
          },
          {
            id: 'value',
            header: figure.header,
            align: 'right',
            cell: ({ value }) => figure.text(value),
          },
        ]}
        rows={board}
        rowKey={({ student }) => student.id}
        empty={t('noBoard')}
        className="max-h-96 rounded-none border-t border-line"
      />
    </Card>
  );
}
