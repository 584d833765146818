'use client';

import { useCallback } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import type { RosterEntry } from '@/protocol/views';
import { useConsole } from './console-context';

/** Milliseconds in which it can be taken back at once; afterwards it can from the list of those who were sent out. */
export const UNDO_MS = 10_000;

/** Sends a student out, and offers at once to take it back. True if it was done. */
export function useSendingOut(): (what: 'remove' | 'ban', student: RosterEntry) => Promise<boolean> {
  const t = useTranslations('console.sentOut');
  const { ask, nameOf } = useConsole();
  return useCallback(
    async (what, student) => {
      const studentId = student.id;
      if (!(await ask({ type: `student:${what}`, studentId }))) return false;
      toast.success(t(`${what}Done`, { name: nameOf(student) }), {
        duration: UNDO_MS,
        action: { label: t('undo'), onClick: () => void ask({ type: 'student:forgive', studentId }) },
      });
      return true;
    },
    [ask, nameOf, t],
  );
}
