'use client';

import { memo } from 'react';
import type { BoardKind, BoardRow, RosterEntry } from '@/protocol/views';
import { CARD_SIZES, type Density } from './density';
import { ResultCard } from './result-card';
import { StudentCard } from './student-card';
import { StudentTile } from './student-tile';
import type { Need } from './triage';

interface Props {
  student: RosterEntry;
  need: Need;
  /** The student's row of the board, where results count instead of a training; null before the first, undefined where a training is watched. */
  row: BoardRow | null | undefined;
  kind: BoardKind;
  density: Density;
  /** Width of a card's curve, CSS pixels. */
  curveWidth: number;
  onOpen(studentId: string): void;
}

/** One student's place among the cards, with the card that fits. Stands as it is while all others change. */
export const StudentPlace = memo(function StudentPlace(props: Props) {
  const { student, need, row, kind, density, curveWidth, onOpen } = props;
  return (
    <li data-settle={student.id} data-card={student.id} className="min-w-0">
      {density === 'small' ? (
        <StudentTile student={student} need={need} row={row} kind={kind} onOpen={onOpen} />
      ) : row === undefined ? (
        <StudentCard
          student={student}
          need={need}
          curveWidth={curveWidth}
          curveHeight={CARD_SIZES[density].curve}
          onOpen={onOpen}
        />
      ) : (
        <ResultCard student={student} need={need} row={row} kind={kind} onOpen={onOpen} />
      )}
    </li>
  );
});
