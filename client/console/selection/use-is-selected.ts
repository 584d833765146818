'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { useConsole } from '@/client/console/console-context';

/** Whether this student is chosen; null while cards do not offer it. Redrawn for this student's own choice alone. */
export function useIsSelected(id: string): boolean | null {
  const { selectedStudents } = useConsole();
  const read = useCallback(
    () => (selectedStudents.isChoosing() ? selectedStudents.ids().has(id) : null),
    [selectedStudents, id],
  );
  return useSyncExternalStore(selectedStudents.subscribe, read, read);
}
