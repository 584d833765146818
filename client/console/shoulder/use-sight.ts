'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useConsole } from '@/client/console/console-context';
import type { RefusalCode } from '@/protocol/refusals';
import type { Sight } from '@/protocol/sight';

/** Looks over a student's shoulder for as long as it is drawn: the newest that is seen, or why nothing can be. */
export function useSight(studentId: string): { sight: Sight | null; refusal: RefusalCode | null } {
  const { session } = useConsole();
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  useEffect(
    () => session.sights.watch(studentId, (answer) => setRefusal(answer.ok ? null : answer.code)),
    [session, studentId],
  );
  const read = useCallback(() => session.sights.sightOf(studentId), [session, studentId]);
  return { sight: useSyncExternalStore(session.sights.onSight, read, read), refusal };
}
