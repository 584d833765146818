'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { BoardRow } from '@/protocol/views';

/** Whether others share the place of a row. */
const isShared = ({ place }: Pick<BoardRow, 'place'>): boolean =>
  place !== undefined && place.first < place.last;

export const isAnyShared = (rows: readonly BoardRow[]): boolean => rows.some(isShared);

/** The place of a row; "2=" where the hidden pictures cannot tell it from the others at place 2. */
export function PlaceNumber({ row }: { row: Pick<BoardRow, 'rank' | 'place'> }) {
  const t = useTranslations('challenge.places');
  const numbers = useNumbers();
  if (!isShared(row)) return <span>{numbers.integer(row.rank)}</span>;
  const { first, last } = row.place!;
  const words = t('shared', { first, last });
  return (
    <span role="img" aria-label={words} title={words} className="whitespace-nowrap">
      {`${numbers.integer(first)}=`}
    </span>
  );
}

export const isRangeKnown = (rows: readonly BoardRow[]): boolean =>
  rows.some(({ could }) => could !== undefined);

/** Says which places a row may truly have. */
export function useCouldWords(): (could: NonNullable<BoardRow['could']>) => string {
  const t = useTranslations('challenge.places');
  return ({ first, last }) =>
    first === last ? t('couldOneWords', { place: first }) : t('couldWords', { first, last });
}

/** The places that a row may truly have: "1–4"; nothing where nobody knows. */
export function PlaceRange({ row: { could } }: { row: Pick<BoardRow, 'could'> }) {
  const t = useTranslations('challenge.places');
  const wordsOf = useCouldWords();
  if (could === undefined) return null;
  const words = wordsOf(could);
  return (
    <span role="img" aria-label={words} title={words} className="whitespace-nowrap">
      {could.first === could.last ? t('couldOne', { place: could.first }) : t('couldRange', { ...could })}
    </span>
  );
}

/** What the ranges say; nothing where there are none. */
export function PlaceRangeNote({ rows, className }: { rows: readonly BoardRow[]; className?: string }) {
  const t = useTranslations('challenge.places');
  return isRangeKnown(rows) ? <p className={className}>{t('couldNote')}</p> : null;
}

/** What the sign says; nothing where no row has it. */
export function SharedPlacesNote({ rows, className }: { rows: readonly BoardRow[]; className?: string }) {
  const words = useSharedWords();
  return isAnyShared(rows) ? <p className={className}>{words(rows)}</p> : null;
}

/** What "=" says on a board: that luck decides, or where the race counts what is exact, that it is the same. */
function useSharedWords(): (rows: readonly BoardRow[]) => string {
  const t = useTranslations('challenge');
  return ([first]) =>
    first?.shown.kind === 'weights' || first?.shown.kind === 'examples' ? t('race.equal') : t('places.note');
}

/** Words for a place among so many. */
export function usePlaceWords(): (row: BoardRow, total: number) => string {
  const t = useTranslations('challenge.places');
  return (row, total) =>
    isShared(row) ? t('ownShared', { ...row.place!, total }) : t('own', { rank: row.rank, total });
}
