'use client';

import { useMemo, useState } from 'react';
import { useMarkName } from '@/client/ui/use-mark-name';
import type { Mark } from '@/protocol/views';

interface Named {
  nickname: string;
  mark: Mark;
}

/**
 * The students of a report by their names, or by their marks: for a sheet that hangs in a room.
 * @param namedAtFirst false where the class itself called them by their marks
 */
export function useReportNames<Student extends Named>(students: readonly Student[], namedAtFirst: boolean) {
  const markName = useMarkName();
  const [named, setNamed] = useState(namedAtFirst);
  const shown = useMemo(
    () => (named ? [...students] : students.map((one) => ({ ...one, nickname: markName(one.mark) }))),
    [students, named, markName],
  );
  return { students: shown, named, setNamed };
}
