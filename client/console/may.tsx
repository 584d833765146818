'use client';

import type { Elements } from '@/client/ui/elements';
import { reaches, type TeachingRole } from '@/protocol/assistants';
import { useConsole } from './console-context';

/** Whether whoever stands here may do what asks for this role. */
export function useMay(least: TeachingRole): boolean {
  return reaches(useConsole().role, least);
}

/** What only some may do: nobody else is shown it. */
export function May({ least, children }: { least: TeachingRole; children: Elements }) {
  return useMay(least) ? children : null;
}
