'use client';

import { useSyncExternalStore } from 'react';
import { useConsole } from '@/client/console/console-context';

/** Ids of the chosen students, as they change. */
export function useSelectedIds(): ReadonlySet<string> {
  const { selectedStudents } = useConsole();
  const read = () => selectedStudents.ids();
  return useSyncExternalStore(selectedStudents.subscribe, read, read);
}
