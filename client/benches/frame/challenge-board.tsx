'use client';

import { useTranslations } from 'use-intl';
import { Leaderboard } from '@/client/student/leaderboard';
import { Card } from '@/client/ui/card';
import type { Board } from '@/protocol/views';

/** The class's board under a challenge's bench; nothing alone, or while the ranking is off. */
export function ChallengeBoard({ board }: { board: Board | null }) {
  const t = useTranslations('classroom');
  if (board === null) return null;
  return (
    <Card as="section" title={t('board.title')} flush className="mt-4">
      <Leaderboard board={board} />
    </Card>
  );
}
