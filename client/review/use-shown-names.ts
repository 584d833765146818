'use client';

import { useMemo, useState } from 'react';
import { useMarkName } from '@/client/ui/use-mark-name';
import type { ClassReview } from './review-data';

/**
 * A review whose students were called by their marks in class: so they are here, until the teacher asks for the names. It is the one place that
 * brings the two together.
 */
export function useShownNames(review: ClassReview): { shown: ClassReview; named: boolean; name(): void } {
  const [named, setNamed] = useState(!review.anonymised);
  const markName = useMarkName();
  const shown = useMemo(() => {
    if (named) return review;
    return {
      ...review,
      students: review.students.map((student) => ({ ...student, nickname: markName(student.mark) })),
      board: {
        ...review.board,
        rows: review.board.rows.map((row) => ({ ...row, nickname: markName(row.mark) })),
      },
      reveal: review.reveal && {
        ...review.reveal,
        awards: review.reveal.awards.map((award) => ({ ...award, nickname: null })),
        picture: review.reveal.picture?.map((network) => ({ ...network, nickname: null })) ?? null,
      },
    };
  }, [review, named, markName]);
  return { shown, named, name: () => setNamed(true) };
}
