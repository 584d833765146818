'use client';

import { Trophy } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { BOARD_ID } from '@/client/benches/frame/challenge-board';
import { usePlaceWords } from '@/client/challenge/place-number';
import { useBoardFigures } from '@/client/challenge/use-board-figures';
import type { StudentView } from '@/protocol/views';

/** The own standing in one line, beside the words; it leads to the board. Nothing before the first answer. */
export function StandingLine({ view }: { view: StudentView }) {
  const common = useTranslations('common');
  const placeWords = usePlaceWords();
  const { ownRow, board } = view;
  const figures = useBoardFigures(board?.kind ?? 'parts') ?? [];
  if (ownRow === null) return null;
  const words = figures
    .map(({ header, text }) => common('labelled', { label: header, value: text(ownRow) }))
    .join(' · ');
  return (
    <p
      data-testid="own-standing"
      data-rank={ownRow.rank}
      data-total={ownRow.accuracy}
      className="tabular flex items-start gap-2 rounded-md border border-line bg-surface-raised px-3 py-2 text-sm"
    >
      <Trophy aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-accent" />
      <span>
        {board !== null && (
          <a href={`#${BOARD_ID}`} className="block font-semibold">
            {placeWords(ownRow, board.total)}
          </a>
        )}
        <span className={board === null ? 'font-semibold' : 'text-ink-soft'}>{words}</span>
      </span>
    </p>
  );
}
