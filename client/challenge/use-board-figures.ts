'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { BoardKind, BoardRow } from '@/protocol/views';
import { useShownWords } from './use-shown-words';

/** One figure of each row of a board: a column. */
export interface BoardFigure {
  id: string;
  header: string;
  text(row: BoardRow): string;
  /** The one that decides. */
  decides: boolean;
}

/** The figures of a challenge's board, and of a race with a bar; null where it ranks by accuracies, which each table says in its own words. */
export function useBoardFigures(kind: BoardKind): readonly BoardFigure[] | null {
  const t = useTranslations('challenge');
  const race = useTranslations('challenge.race');
  const numbers = useNumbers();
  const words = useShownWords();
  return useMemo(() => {
    if (kind === 'accuracy') return null;
    const shown = (row: BoardRow) => words(row.shown);
    if (kind === 'weights' || kind === 'examples')
      return [{ id: kind, header: race(`figure.${kind}`), text: shown, decides: true }];
    if (kind === 'result') return [{ id: 'result', header: t('result'), text: shown, decides: true }];
    return [
      { id: 'reached', header: t('reached'), text: shown, decides: false },
      {
        id: 'points',
        header: t('points'),
        text: (row) => numbers.decimal(row.accuracy * 100, 1),
        decides: true,
      },
    ];
  }, [kind, t, race, numbers, words]);
}
