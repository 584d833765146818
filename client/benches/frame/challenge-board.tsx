'use client';

import { useTranslations } from 'use-intl';
import { Leaderboard } from '@/client/challenge/leaderboard';
import { Card } from '@/client/ui/card';
import type { BoardInSight } from './bench-place';

/** Where the own standing leads to. */
export const BOARD_ID = 'class-board';

/** The class's board under a challenge's bench; nothing alone, or while the ranking is off. */
export function ChallengeBoard({ board }: { board: BoardInSight | null }) {
  const t = useTranslations('classroom');
  const challenge = useTranslations('challenge');
  if (board === null) return null;
  return (
    <Card as="section" id={BOARD_ID} title={t('board.title')} flush className="mt-5 scroll-mt-4">
      <p className="-mt-2 px-4 pb-2 text-sm text-ink-soft sm:px-5">{challenge('running')}</p>
      <Leaderboard {...board} />
    </Card>
  );
}
