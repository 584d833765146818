'use client';

import { useEffect, useState } from 'react';
import type { ClassSnapshot, StudentSession } from '@/client/live/class-session';
import type { RefusalCode } from '@/protocol/refusals';

/** Milliseconds between two looks whether the teacher has taken it back. */
const LOOK_MS = 3_000;

/**
 * Why a student is sent out, for as long as it is: the page asks again by itself, since a teacher may take it back, and shows no class meanwhile.
 * @param refused why the class is not shown just now; null: it is
 */
export function useSentOut(
  session: StudentSession,
  { connection }: ClassSnapshot,
  refused: RefusalCode | null,
): RefusalCode | null {
  const [sentOut, setSentOut] = useState<RefusalCode | null>(null);
  const now = refused === 'student-removed' || refused === 'student-banned' ? refused : null;
  if (now !== null && now !== sentOut) setSentOut(now);
  // Let in again, or something else is said.
  if (sentOut !== null && now === null && (refused !== null || connection === 'online')) setSentOut(null);
  const waits = sentOut !== null;
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => session.retry(), LOOK_MS);
    return () => clearInterval(timer);
  }, [session, waits]);
  return refused ?? sentOut;
}
