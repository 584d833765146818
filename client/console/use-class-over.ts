'use client';

import { useSnapshot } from '@/client/live/use-class-session';
import { useConsole } from './console-context';

/** Whether the class has ended: then nothing is said to students any more, and none of their benches is shown. */
export function useClassOver(): boolean {
  const { session } = useConsole();
  return useSnapshot(session).view?.class.phase === 'ended';
}
