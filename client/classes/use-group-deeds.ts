'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { sayToStay } from '@/client/ui/staying-toast';
import { type ChangeGroup, startInGroup } from '@/protocol/groups';
import type { Answer } from '@/protocol/refusals';
import { requestGroup, requestGroupChange, requestGroupDeletion } from './group-request';

/** What a teacher does with groups; each says in words what is wrong, or null where it is done. */
export function useGroupDeeds() {
  const errors = useTranslations('errors');
  const refusalText = useRefusalText();
  const router = useRouter();
  const problemOf = (answer: Answer | 'offline'): string | null =>
    answer === 'offline' ? errors('offline') : answer.ok ? null : refusalText(answer.code);
  const shown = (problem: string | null) => {
    if (problem === null) router.refresh();
    return problem;
  };
  return {
    /** Makes a group, and goes on to its first lesson. */
    async make(name: string): Promise<string | null> {
      const answer = await requestGroup(name);
      if (answer !== 'offline' && answer.ok) router.push(startInGroup(answer.id));
      return problemOf(answer);
    },
    rename: async (id: string, name: string) => shown(problemOf(await requestGroupChange(id, { name }))),
    /** A problem is told at the edge of the page. */
    async change(id: string, change: ChangeGroup): Promise<void> {
      const problem = shown(problemOf(await requestGroupChange(id, change)));
      if (problem !== null) sayToStay('error', problem);
    },
    async remove(id: string): Promise<void> {
      const problem = shown(problemOf(await requestGroupDeletion(id)));
      if (problem !== null) sayToStay('error', problem);
    },
  };
}
